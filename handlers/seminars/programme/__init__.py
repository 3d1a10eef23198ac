"""The programme of a half-year: its versions, and what its readers see of it."""
