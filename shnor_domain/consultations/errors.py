"""What booking and hosting refuse."""

from shnor_domain.errors import DomainError


class AlreadyBooked(DomainError):
    """The visitor already holds a seat of this session: facts carry `booking`."""

    code = "already-booked"


class TooLate(DomainError):
    """Nearer to the start than the slot's minimum notice; facts carry `hours`."""

    code = "too-late"


class TooEarly(DomainError):
    """Further away than the slot's horizon; facts carry `days`."""

    code = "too-early"


class OpenBookingExists(DomainError):
    """One open booking a subject and host (defaults of product.md); facts carry `booking`."""

    code = "open-booking-exists"


class OwnSlot(DomainError):
    """Nobody books own slot, across roles."""

    code = "own-slot"


class SessionGone(DomainError):
    """The session was cancelled, its day closed, or the slot ended."""

    code = "session-gone"


class SessionStarted(DomainError):
    """What is asked makes sense before the start only."""

    code = "session-started"


class DraftTaken(DomainError):
    """Another host took the draft first."""

    code = "draft-taken"
