"""Use cases of presence: one file a side."""
