"""The sample region of the demo: real municipalities and zones, invented schools and people, marked as a sample."""
