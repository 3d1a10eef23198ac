"""Windows of events and lessons: for who runs the seminar, and who leads."""
