"""One item of a road map: its card, sending what closes it, deciding on what was sent."""
