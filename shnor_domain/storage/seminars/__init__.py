"""The permanent seminar in the database."""
