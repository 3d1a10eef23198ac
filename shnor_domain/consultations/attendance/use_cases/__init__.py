"""Use cases of attendance: one file a side."""
