"""Names of what is told to a region page by page: they are stored, at most twenty letters."""

from datetime import date

from shnor_domain.seminars.cycle.model import Cycle

CATALOGUE = "catalogue"
_MOVED, _CLOSING = "moved", "closing"
KINDS = (CATALOGUE, _MOVED, _CLOSING)


def moved(version: int, was: date) -> str:
    """Of one change of the last day of requests: `version` of the cycle before it, and the day that people know."""
    return f"{_MOVED}:{version}:{was.toordinal()}"


def closing(cycle: Cycle) -> str:
    """Once for each last day."""
    return f"{_CLOSING}:{cycle.dates.requests_until.isoformat()}"


def was_in(kind: str) -> date | None:
    """The day that people know, None for what tells of no other day."""
    name, _, rest = kind.partition(":")
    return date.fromordinal(int(rest.rpartition(":")[2])) if name == _MOVED else None


def is_closing(kind: str) -> bool:
    """True for what says that little time is left."""
    return kind.partition(":")[0] == _CLOSING
