"""What goes another way than the weekly rule: hosts who are away, substitutes, moved meetings, called-off days."""
