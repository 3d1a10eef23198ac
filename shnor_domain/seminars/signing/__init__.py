"""Who takes part in events: sign-ups, seats that a school keeps, the queue."""
