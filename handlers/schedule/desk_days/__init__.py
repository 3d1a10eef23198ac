"""A host's days: today, the week, letters to who is booked, what is asked for; the week of a territory."""
