"""Looking at tables of competence, and entering them."""
