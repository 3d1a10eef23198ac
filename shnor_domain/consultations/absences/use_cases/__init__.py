"""One file a story: who may, what is refused, what happens."""
