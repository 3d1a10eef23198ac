"""Signing up for events, for oneself and for others, one's own sign-ups, and places in queues."""
