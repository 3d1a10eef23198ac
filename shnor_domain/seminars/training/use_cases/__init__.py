"""Use cases of learning hours."""
