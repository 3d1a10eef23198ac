"""Consultations in the database, one file a port."""
