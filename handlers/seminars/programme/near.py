"""What of the programme comes next for the reader, as the first window of seminars says it."""

from aiogram_dialog import DialogManager

from handlers.seminars.events.views import look_of
from handlers.seminars.requests.views import short
from handlers.shell import given
from handlers.shell.acting import actor_of
from handlers.texts import Safe
from shnor_domain.seminars.access import regions_sat_in
from shnor_domain.seminars.programme.use_cases.reading import Programme, ProgrammeForMe


async def programme(manager: DialogManager) -> Programme | None:
    """The one that holds in the reader's region; None before there is any, and for who has no place in a region."""
    actor = actor_of(manager)
    if not regions_sat_in(actor):
        return None
    found = await (await given(manager, ProgrammeForMe))(actor)
    return None if found.halves is None else found


async def lines(manager: DialogManager, found: Programme | None) -> list[Safe]:
    """«Ближайшее в программе: …»: the first lesson ahead of what invites her."""
    look = await look_of(manager)
    ahead = [
        (lesson, number, row.event)
        for row in (() if found is None else found.rows)
        if row.invited
        for number, lesson in enumerate(row.event.open_lessons, 1)
        if lesson.starts > look.now
    ]
    if not ahead:
        return []
    lesson, number, event = min(ahead, key=lambda each: (each[0].starts, each[0].id))
    nearest = look.texts(
        "sprog-nearest",
        at=look.moment(lesson.starts, event.zone),
        title=short(event.terms.title),
        number=str(number),
        count=len(event.open_lessons),
    )
    return [nearest]
