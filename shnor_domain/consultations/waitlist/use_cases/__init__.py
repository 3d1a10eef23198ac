"""What people do in a queue, and the clock that makes offers."""
