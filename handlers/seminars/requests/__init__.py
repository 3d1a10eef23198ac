"""Windows of requests of schools for the permanent seminar."""
