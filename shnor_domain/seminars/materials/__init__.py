"""What is given along with an event: links, recordings, files."""
