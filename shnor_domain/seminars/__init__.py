"""The permanent seminar: a half-year from the catalogue and wishes to what schools ask for (ADR 12)."""
