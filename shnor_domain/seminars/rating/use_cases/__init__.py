"""Use cases of rating."""
