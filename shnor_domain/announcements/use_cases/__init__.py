"""What coordinators do with announcements, what their readers answer, and what carries them on."""
