"""What rows about a queue are about, whichever feature's: each names its offer or its place in the payload."""

from shnor_domain.notifications.model import Notice
from shnor_domain.seats.model import OfferId, WaitingId


def offer_of(notice: Notice) -> OfferId:
    """Whose payload is {"offer": id}."""
    return OfferId(int(notice.payload["offer"] or 0))


def waiting_of(notice: Notice) -> WaitingId:
    """Whose payload is {"waiting": id}."""
    return WaitingId(int(notice.payload["waiting"] or 0))
