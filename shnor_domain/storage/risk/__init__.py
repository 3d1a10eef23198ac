"""Risk profiles in the database."""
