"""What people do with a cycle."""
