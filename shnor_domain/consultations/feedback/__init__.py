"""What a meeting was worth to its visitors: answers that nobody can be told by (R141, rule 9)."""
