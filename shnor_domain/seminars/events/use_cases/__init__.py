"""Making, changing and calling off events."""
