"""Who came: the host marks a meeting once it has begun."""
