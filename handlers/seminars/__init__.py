"""The permanent seminar: what schools see of it, and the desk of who runs it."""
