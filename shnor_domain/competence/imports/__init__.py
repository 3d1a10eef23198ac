"""A table of counts as it comes from a municipality or a school, compared with what it declares itself (R166)."""
