"""Stores of people, one file a store."""
