"""Risk profiles in the chat."""
