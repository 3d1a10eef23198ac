"""Who came to lessons of the permanent seminar: by her own word, by the host's, and the hours of it."""
