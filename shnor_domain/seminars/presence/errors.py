"""What checking in and marking refuse."""

from shnor_domain.errors import DomainError


class NotInWindow(DomainError):
    """One checks in from a quarter of an hour before a lesson until as long after it; facts carry `opens` and `closes`,
    UTC, and `ahead`, true before it."""

    code = "not-in-window"


class NotSignedUp(DomainError):
    """She had a seat of this event and has it no more."""

    code = "not-signed-up"


class LessonOff(DomainError):
    """The lesson, or its event, was called off."""

    code = "lesson-off"


class CodeNeeded(DomainError):
    """People meet at one place: only who is there hears the code."""

    code = "code-needed"


class NoCodeYet(DomainError):
    """Who leads the lesson has not looked at its code yet, so nobody has heard it: nothing is counted."""

    code = "no-code-yet"


class WrongCode(DomainError):
    """Not the code of this lesson; facts carry `left`, how many tries there are still."""

    code = "wrong-code"


class CodeLocked(DomainError):
    """Wrong too often at this lesson: now its host marks her."""

    code = "code-locked"


class NotYetBegun(DomainError):
    """Who came can be said once the lesson has begun."""

    code = "not-yet-begun"


class LessonMarkingOver(DomainError):
    """The lesson was longer ago than marks may be made or changed; facts carry `days`."""

    code = "lesson-marking-over"
