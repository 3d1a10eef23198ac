"""Lines and versions of a programme, made by hand or by chance."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

from shnor_domain.identity import PersonId
from shnor_domain.seminars.events.model import EventId
from shnor_domain.seminars.model import Audience, CycleId, Form, Kind
from shnor_domain.seminars.programme.model import At, Line, Version, VersionId, VersionState
from shnor_domain.seminars.requests.model import Route

OCTOBER_14 = datetime(2026, 10, 14, 6, 0, tzinfo=UTC)
DAY = timedelta(days=1)
AUTHOR = PersonId(7)


def version(state: VersionState = VersionState.WAITING, **changes: object) -> Version:
    """Submitted by `AUTHOR` two weeks before."""
    made = Version(VersionId(1), CycleId(1), state, OCTOBER_14 - 14 * DAY, AUTHOR)
    return replace(made, **changes)  # type: ignore[arg-type]


def at(number: int, days: float = 0, minutes: int = 60) -> At:
    """A lesson so many days after 14 October."""
    starts = OCTOBER_14 + days * DAY
    return At(number, starts, starts + timedelta(minutes=minutes))


def line(event: int = 1, *lessons: At, **changes: object) -> Line:
    """A webinar for teachers with one lesson, unless others are given."""
    made = Line(
        EventId(event), f"Тема {event}", Kind.WEBINAR, Form.ONLINE, Audience.TEACHERS, lessons or (at(1),),
        PersonId(3), 2, 15, Route.PLAN,
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]


def any_lines(chance: Random) -> list[Line]:
    """A programme of up to six events out of eight."""
    events = sorted(chance.sample(range(1, 9), chance.randint(0, 6)))
    return [
        line(
            event,
            *(at(number, chance.randint(0, 2)) for number in sorted(chance.sample(range(1, 5), chance.randint(1, 3)))),
            title=f"Тема {event}{chance.choice(['', ' по-новому'])}",
            form=chance.choice([Form.ONLINE, Form.ON_SITE]),
            host=chance.choice([None, PersonId(3), PersonId(4)]),
            schools=chance.randint(0, 9),
        )
        for event in events
    ]
