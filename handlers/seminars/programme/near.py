"""What of the programme comes next for the reader, as the first window of seminars says it."""

from collections.abc import Iterable, Sequence

from aiogram_dialog import DialogManager

from handlers.seminars.events.views import Look, look_of
from handlers.seminars.requests.views import short
from handlers.shell import given
from handlers.shell.acting import actor_of
from handlers.texts import Safe
from shnor_domain.seminars.access import regions_sat_in
from shnor_domain.seminars.events.model import Event, Lesson
from shnor_domain.seminars.programme.use_cases.reading import Programme, ProgrammeForMe
from shnor_domain.seminars.signing.model import Sits
from shnor_domain.seminars.signing.use_cases.looking import MyEvents, MySeat


async def programme(manager: DialogManager) -> Programme | None:
    """The one that holds in the reader's region; None before there is any, and for who has no place in a region."""
    actor = actor_of(manager)
    if not regions_sat_in(actor):
        return None
    found = await (await given(manager, ProgrammeForMe))(actor)
    return None if found.halves is None else found


async def lines(manager: DialogManager, found: Programme | None) -> list[Safe]:
    """«Ближайшее: …» of what she is signed up for; else the first lesson ahead of what invites her."""
    look = await look_of(manager)
    mine = [each.event for each in await _signed(manager, found) if each.signup.sits is Sits.SELF]
    nearest = _first(look, mine)
    if nearest is not None:
        return [_words(look, "sprog-nearest-mine", *nearest)]
    rows = () if found is None else found.rows
    nearest = _first(look, [row.event for row in rows if row.invited])
    return [] if nearest is None else [_words(look, "sprog-nearest", *nearest)]


async def _signed(manager: DialogManager, found: Programme | None) -> Sequence[MySeat]:
    """Nobody signs up before a programme is out."""
    if found is None:
        return ()
    return (await (await given(manager, MyEvents))(actor_of(manager))).seats


def _first(look: Look, events: Iterable[Event]) -> tuple[Event, Lesson] | None:
    ahead = [(event, lesson) for event in events for lesson in event.open_lessons if lesson.starts > look.now]
    return min(ahead, key=lambda each: (each[1].starts, each[1].id), default=None)


def _words(look: Look, key: str, event: Event, lesson: Lesson) -> Safe:
    return look.texts(
        key,
        at=look.moment(lesson.starts, event.zone),
        title=short(event.terms.title),
        number=str(event.open_lessons.index(lesson) + 1),
        count=str(len(event.open_lessons)),
        several=len(event.open_lessons) > 1,
    )
