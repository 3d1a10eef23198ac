"""The desk of who runs the seminar: half-years, dates, catalogue, announcing."""
