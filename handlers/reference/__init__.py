"""Reference data, changed from the chat: calendars, weekly days, subjects, schools, spellings, open links (rule 11)."""
