"""Announcements as their readers see them."""
