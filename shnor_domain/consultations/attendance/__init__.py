"""Who came: the host's mark and the visitor's own word, kept beside each other (R155, R156)."""
