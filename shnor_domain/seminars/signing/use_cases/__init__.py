"""Signing up for events, for oneself and for others, and the queue of what is full."""
