"""Wishes: a teacher's own, and those of a school for its lead."""
