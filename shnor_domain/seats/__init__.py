"""Seats of something that people sit in, who is where when, and the queue with its timed offers (W1–W5); whose it is
the package does not know."""
