"""The queue of a full meeting as its people see it: standing in it, offers, leaving."""
