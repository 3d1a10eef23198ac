"""Recorded consultations: looking for one, watching or reading it, keeping the catalogue."""
