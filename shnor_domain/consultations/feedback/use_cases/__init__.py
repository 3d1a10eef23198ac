"""Use cases of feedback: the visitor's side and the reader's."""
