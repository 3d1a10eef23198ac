"""Questions without a meeting in tables."""
