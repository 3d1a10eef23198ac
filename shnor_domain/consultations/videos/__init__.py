"""Recorded consultations: a catalogue of links by subject and topic (R146)."""
