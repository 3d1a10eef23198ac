"""A plan brought in: a file, what has to be said about it, and one writing."""
