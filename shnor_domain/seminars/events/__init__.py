"""What one signs up for: a webinar, a seminar, a course, and the lessons of each."""
