"""Announcements: what coordinators write, watch and count, and what their readers see."""
