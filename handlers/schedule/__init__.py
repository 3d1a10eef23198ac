"""A host's side of consultations: her desk, publishing, calling off; what coordinators and everybody may look at."""
