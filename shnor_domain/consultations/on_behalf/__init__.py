"""Booking, cancelling and confirming for another; numbers of pupils and parents through their school (rule 14)."""
