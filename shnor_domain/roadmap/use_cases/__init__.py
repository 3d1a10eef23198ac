"""What people and the clock do with road maps."""
