"""What people do with videos."""
