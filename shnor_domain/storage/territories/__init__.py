"""Stores of territories."""
