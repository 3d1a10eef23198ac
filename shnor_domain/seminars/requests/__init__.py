"""Requests of schools for the permanent seminar."""
