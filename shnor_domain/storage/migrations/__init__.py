"""The steps of the schema, and what alembic needs to run them."""
