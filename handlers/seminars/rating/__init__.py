"""What events were worth, in chat."""
