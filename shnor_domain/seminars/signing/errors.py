"""What taking part refuses."""

from shnor_domain.errors import DomainError


class AlreadySignedUp(DomainError):
    """She has a seat of this event, or her school keeps seats of it already; facts carry `signup` where it is known."""

    code = "already-signed-up"


class TheyAreSignedUp(DomainError):
    """Who is to be signed up has a seat of this event; facts carry `signup`."""

    code = "they-are-signed-up"


class TheyAreElsewhere(DomainError):
    """Who is to be signed up is elsewhere at an hour of the event."""

    code = "they-are-elsewhere"


class OwnEvent(DomainError):
    """Who leads an event takes no seat of it."""

    code = "own-event"


class EventOff(DomainError):
    """The event is called off."""

    code = "event-off"


class SignUpOver(DomainError):
    """The first lesson has begun: nobody sits down any more."""

    code = "sign-up-over"


class EventOver(DomainError):
    """The last lesson has ended: nothing is given back any more."""

    code = "event-over"


class SchoolQuotaReached(DomainError):
    """Her school has as many seats of the event as one school may have."""

    code = "school-quota-reached"


class TooFewSeats(DomainError):
    """There are fewer seats free than are asked for; facts carry `left`."""

    code = "too-few-seats"


class TooManyForQuota(DomainError):
    """The school may have fewer seats more than are asked for; facts carry `left`."""

    code = "too-many-for-quota"
