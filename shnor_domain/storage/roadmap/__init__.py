"""Road maps in the database."""
