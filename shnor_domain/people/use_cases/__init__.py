"""What people may do with registration, roles and their own data; one file a story."""
