"""Consultations as their visitors see them: booking, own things, words of notices."""
