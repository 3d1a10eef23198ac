"""The programme of a half-year: its versions, who approves them, what has changed."""
