"""The cycle of a half-year: dates, catalogue, wishes."""
