"""What rating refuses."""

from shnor_domain.errors import DomainError


class NotThere(DomainError):
    """Who was at no lesson of an event has nothing to rate."""

    code = "not-there"


class RatingOver(DomainError):
    """The event was longer ago than it may be rated; facts carry `days`."""

    code = "rating-over"
