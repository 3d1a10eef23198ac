"""What seats and their queue refuse, whoever's they are."""

from shnor_domain.errors import DomainError


class NoSeatsLeft(DomainError):
    """Somebody else took the last seat, or who leads is busy at that hour (rule 2)."""

    code = "no-seats-left"


class YouAreBusy(DomainError):
    """She sits, or leads, elsewhere at that time (rule 2)."""

    code = "you-are-busy"


class SeatsAreFree(DomainError):
    """Nobody waits where there is a seat: it can be taken."""

    code = "seats-are-free"


class OfferPassed(DomainError):
    """The seat is held for another by now, or gone; her place in the queue is kept (W5)."""

    code = "offer-passed"


class NotInQueue(DomainError):
    """She stands in this queue no more, and there is no seat that anybody could take; `waiting` is her place, which
    says how it ended."""

    code = "not-in-queue"


class QueueClosed(DomainError):
    """Half an hour before the start the queue has ended: what is free is open to all (W3)."""

    code = "queue-closed"
