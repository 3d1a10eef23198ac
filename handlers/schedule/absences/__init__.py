"""Absences and substitutes, moved meetings, called-off days, hosts who have moved to another zone."""
