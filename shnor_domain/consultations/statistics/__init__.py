"""What consultations come to: hours of hosts, topics, who came; each number with its denominator (R142, R156, rule
9)."""
