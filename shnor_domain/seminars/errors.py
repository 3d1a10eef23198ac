"""What the permanent seminar refuses."""

from shnor_domain.errors import DomainError


class PeriodInUse(DomainError):
    """The half-year is over: hours and papers count by its days, so they stand still."""

    code = "period-in-use"


class CycleOver(DomainError):
    """The half-year is over, or its cycle closed: nothing is asked or changed in it any more."""

    code = "cycle-over"


class CollectingOver(DomainError):
    """The last day of collecting has passed; facts carry `until`, that day."""

    code = "collecting-over"


class NotAnnounced(DomainError):
    """The cycle is being prepared: nobody wishes or asks before its catalogue is announced."""

    code = "cycle-not-announced"


class NothingToAnnounce(DomainError):
    """The catalogue has no topic yet."""

    code = "nothing-to-announce"


class TooManyWishes(DomainError):
    """A teacher has wished for as many topics as a cycle allows; facts carry `most`."""

    code = "too-many-wishes"


class AlreadyWished(DomainError):
    """She has wished for this topic already, in the same or other words."""

    code = "already-wished"


class AlreadySupported(DomainError):
    """The school stands behind this request already; facts carry `request`."""

    code = "already-supported"


class RequestClosed(DomainError):
    """The request is open no more: merged, withdrawn, set aside or in the programme."""

    code = "request-closed"


class TooManyRequests(DomainError):
    """A school has as many open requests as it may; facts carry `most`."""

    code = "too-many-requests"


class NotSameCycle(DomainError):
    """Two requests of different half-years are never merged."""

    code = "not-same-cycle"


class NotAtBorder(DomainError):
    """Nothing is asked of this school: the half-year is not over yet, its cycle is closed, or the request has ended."""

    code = "not-at-border"


class CycleNotOver(DomainError):
    """The cycle cannot be closed yet; facts carry `open`, how many schools have still to answer, and `ahead`, how many
    requests wait for an event that is not over."""

    code = "cycle-not-over"


class HostIsElsewhere(DomainError):
    """Who leads the event is somewhere else at an hour of it: a consultation, a visit, another lesson; facts carry
    `event`."""

    code = "host-is-elsewhere"


class HostTakesPart(DomainError):
    """Who is to lead the event has a seat of it: she gives that back first."""

    code = "host-takes-part"


class LessonBegun(DomainError):
    """The lesson has begun or is over: its time stands, and it is called off no more."""

    code = "lesson-begun"


class EventBegun(DomainError):
    """The first lesson has begun: lessons that are ahead are called off one by one."""

    code = "event-begun"


class ProgrammeEmpty(DomainError):
    """There is no draft of an event that a new version could bring."""

    code = "programme-empty"


class ProgrammeUnready(DomainError):
    """An event of the version cannot be published as it is; facts carry `event`, and `count` of all such events."""

    code = "programme-unready"


class ProgrammeInWork(DomainError):
    """The draft stands in a version that waits, or is approved: what is approved is what is published."""

    code = "programme-in-work"


class OwnProgramme(DomainError):
    """Who has submitted a version does not decide on it."""

    code = "own-programme"


class NotApproved(DomainError):
    """The version waits for its approval still."""

    code = "not-approved"
