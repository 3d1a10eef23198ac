"""Help by role, and contacts."""
