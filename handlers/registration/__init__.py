"""Consent, invitations, the four steps, and what becomes of an application."""
