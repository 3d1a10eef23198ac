"""One file a story of consultations: who may, what is refused, what happens."""
