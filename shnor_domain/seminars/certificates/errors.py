"""What certificates refuse."""

from shnor_domain.errors import DomainError


class EventNotOver(DomainError):
    """The last lesson is not over, or one checks in to it still; facts carry `ends`, from when on it is, UTC."""

    code = "event-not-over"


class NoHoursYet(DomainError):
    """No lesson of the event is recorded for her."""

    code = "no-hours-yet"
