"""What an event was worth to who came."""
