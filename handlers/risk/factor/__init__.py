"""One factor of a school: its card, the school's decision, its programme, the word of who confirms."""
