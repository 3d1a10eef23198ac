"""Road maps as people see them."""
