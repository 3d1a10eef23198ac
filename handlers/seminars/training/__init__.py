"""Learning hours in chat: one's own, of a school, of a territory."""
