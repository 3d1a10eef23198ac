"""What feedback refuses."""

from shnor_domain.errors import DomainError


class NotAttended(DomainError):
    """Who has not said that the meeting was held for her has nothing to rate."""

    code = "not-attended"
