"""What people do with visits."""
