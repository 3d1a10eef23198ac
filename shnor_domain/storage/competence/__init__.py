"""Tables of competence."""
