"""The menu: what a person may do here, by her roles."""
