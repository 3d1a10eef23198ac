"""What absences and moves refuse."""

from shnor_domain.errors import DomainError


class SubstituteBusy(DomainError):
    """He leads or visits something else at one of these hours."""

    code = "substitute-busy"


class MeetingThere(DomainError):
    """The slot meets at that instant already."""

    code = "meeting-there"


class HostBusy(DomainError):
    """The host leads or visits something else at that hour."""

    code = "host-busy"
