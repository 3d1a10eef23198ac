"""Schools of a territory: who is in the bot, invitations, the list of the year, what needs attention."""
