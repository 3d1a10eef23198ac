"""Results of procedures, threshold profiles and clusters in tables."""
