"""What marking a meeting, and saying how it was, refuse."""

from shnor_domain.errors import DomainError


class NotYetStarted(DomainError):
    """What became of a meeting can be said once it has begun."""

    code = "not-yet-started"


class MarkingOver(DomainError):
    """Longer ago than statements may be made or changed; facts carry `days`."""

    code = "marking-over"


class NoAttendance(DomainError):
    """The meeting was cancelled, or nobody was booked: there is nobody to mark and nothing to say."""

    code = "no-attendance"
