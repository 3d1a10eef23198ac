"""When one checks in and who is marked; pure."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from shnor_domain.errors import Invalid
from shnor_domain.seminars.events.model import Event, EventState, Lesson, LessonState
from shnor_domain.seminars.model import Form
from shnor_domain.seminars.presence.errors import LessonMarkingOver, LessonOff, NotInWindow, NotYetBegun
from shnor_domain.seminars.presence.model import CODE_FIGURES, CORRECTED, EARLY, LATE, SaidBy
from shnor_domain.seminars.signing.model import SignUp, SignUpId, SignUpState, Sits


def asks_for(event: Event) -> SaidBy:
    """What who comes has to do: where people meet at one place, the code is heard there alone."""
    return SaidBy.CODE if event.terms.form is Form.ON_SITE else SaidBy.BUTTON


def check_open(event: Event, lesson: Lesson) -> None:
    """Raises `LessonOff` for what was called off."""
    if event.state is not EventState.OPEN or lesson.state is not LessonState.OPEN:
        raise LessonOff


def check_window(lesson: Lesson, now: datetime) -> None:
    """Raises `NotInWindow` before and after the time in which one checks in."""
    opens, closes = lesson.starts - EARLY, lesson.ends + LATE
    if not opens <= now <= closes:
        raise NotInWindow(opens=opens, closes=closes, ahead=now < opens)


def check_marking(lesson: Lesson, now: datetime) -> None:
    """From the start of a lesson until 14 days after its end."""
    if now < lesson.starts:
        raise NotYetBegun
    if now > lesson.ends + CORRECTED:
        raise LessonMarkingOver(days=CORRECTED.days)


def typed_code(text: str) -> str | None:
    """The four figures in «40 71», «код 4071»; None where there are not four."""
    figures = "".join(each for each in text if each in "0123456789")
    return figures if len(figures) == CODE_FIGURES else None


def expected(lesson: Lesson, signups: Iterable[SignUp]) -> tuple[SignUp, ...]:
    """Whom a lesson had: seats that are live, and those that ended once it had begun."""
    return tuple(
        each
        for each in signups
        if each.state is SignUpState.LIVE or (each.ended is not None and each.ended >= lesson.starts)
    )


def kept_heads(signups: Iterable[SignUp]) -> int:
    """Seats that schools keep without names."""
    return sum(each.heads for each in signups if each.sits is Sits.KEPT)


def checked_marks(
    signups: Collection[SignUp], came: Mapping[SignUpId, bool] | None, kept_came: int | None
) -> tuple[Mapping[SignUpId, bool], int]:
    """What is marked of each person, and of the seats without names: all of them without `came`, those named else.

    Raises `Invalid("came", …)`: «unknown» for another event's seat, «empty» when nobody came at all (that is a lesson
    that was not held); `Invalid("kept_came", "range")`.
    """
    people, kept = {each.id for each in signups if each.sits is Sits.SELF}, kept_heads(signups)
    if came is None:
        came, kept_came = dict.fromkeys(sorted(people), True), kept if kept_came is None else kept_came
    if came.keys() - people:
        raise Invalid("came", "unknown")
    count = kept_came or 0
    if not 0 <= count <= kept:
        raise Invalid("kept_came", "range", most=kept)
    if not any(came.values()) and not count:
        raise Invalid("came", "empty")
    return came, count
