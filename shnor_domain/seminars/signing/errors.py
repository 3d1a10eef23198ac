"""What taking part refuses."""

from shnor_domain.errors import DomainError


class AlreadySignedUp(DomainError):
    """She has a seat of this event."""

    code = "already-signed-up"
