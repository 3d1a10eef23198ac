"""What certificates refuse."""

from shnor_domain.errors import DomainError


class EventNotOver(DomainError):
    """The last lesson is still to end; facts carry `ends`, UTC."""

    code = "event-not-over"


class NoHoursYet(DomainError):
    """No lesson of the event is recorded for her."""

    code = "no-hours-yet"
