"""Booking, confirming and cancelling for a colleague; numbers of pupils and parents."""
