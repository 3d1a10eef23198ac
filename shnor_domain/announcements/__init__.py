"""Announcements: from a coordinator to exactly the right people, and a report that can be trusted."""
