"""Who waits for a seat of a full meeting, and the timed offers of seats that became free (W1–W5)."""
