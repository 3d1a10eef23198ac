"""Use cases of statistics: tables of a territory or a host, and hours."""
