"""Learning hours: a person's own, those of a school by name, those of a territory in numbers."""
