"""Certificates of events in chat."""
