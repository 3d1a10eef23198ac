"""What visits refuse."""

from shnor_domain.errors import DomainError


class VisitDecided(DomainError):
    """The request waits no more: it was decided, withdrawn or corrected meanwhile."""

    code = "visit-decided"


class VisitNotPlanned(DomainError):
    """Only what is planned can be moved, called off or reported; facts carry `state`."""

    code = "visit-not-planned"


class VisitBegun(DomainError):
    """After the start nothing can be moved or called off."""

    code = "visit-begun"


class VisitAhead(DomainError):
    """Nobody reports what has not begun."""

    code = "visit-ahead"


class VisitReportGone(DomainError):
    """There is no report that waits for the school: it was confirmed, or is not there yet."""

    code = "visit-report-gone"


class OwnVisit(DomainError):
    """Nobody decides on own request, across roles."""

    code = "own-visit"


class HostIsBusy(DomainError):
    """The host has a booked meeting or another visit at that hour (rule 2)."""

    code = "host-is-busy"
