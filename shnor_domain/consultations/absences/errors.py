"""What absences and moves refuse."""

from shnor_domain.errors import DomainError


class SubstituteBusy(DomainError):
    """He leads or visits something else at one of these hours."""

    code = "substitute-busy"


class MeetingThere(DomainError):
    """The slot meets at that instant already."""

    code = "meeting-there"


class MeetingPassedOn(DomainError):
    """Somebody has agreed to lead one of these meetings at the hour that he knows."""

    code = "meeting-passed-on"


class HostBusy(DomainError):
    """The host leads or visits something else at that hour."""

    code = "host-busy"
