"""An announcement before it is confirmed: words, files, buttons, whom it is for, when it goes, what it looks like."""
