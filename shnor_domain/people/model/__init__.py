"""People, their roles, and how they come and go: values and pure rules, one file an idea."""
