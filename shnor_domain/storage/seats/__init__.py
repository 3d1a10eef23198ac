"""Seats, people's time and queues, over the tables of whichever feature has them."""
