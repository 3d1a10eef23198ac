"""After the meeting: how it was, what it was worth, and the way to the next one."""
