"""Materials of events in chat."""
