"""Questions without a meeting: a teacher asks in writing, one of those who host the subject answers (R154)."""
