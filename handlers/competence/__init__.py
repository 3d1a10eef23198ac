"""«Темы по предметам»: counts of levels A–D by subject, read, entered and taken away as a table."""
