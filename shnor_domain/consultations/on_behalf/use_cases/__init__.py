"""What leads of schools and coordinators do for others."""
