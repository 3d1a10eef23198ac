"""People as those see them who decide: what waits, who is in the bot, roles, pairs, deputies."""
