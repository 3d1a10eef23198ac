"""Submitting, approving, publishing and reading a programme."""
