"""Who came to lessons of the seminar, in chat."""
