"""What who leads lessons finds of marks in the menu."""

from typing import Any

from dishka import FromDishka
from dishka.integrations.aiogram_dialog import inject

from handlers.menu.entries import Entry, Group, Section, having
from handlers.seminars.presence import states
from shnor_domain.identity import Actor
from shnor_domain.seminars.events.rules import LEADING
from shnor_domain.seminars.presence.use_cases.marking import UnmarkedLessons


@inject
async def unmarked(*, actor: Actor, lessons: FromDishka[UnmarkedLessons], **_: Any) -> int:
    """How many of her lessons wait for her word."""
    return len(await lessons(actor))


@inject
async def some_unmarked(*, actor: Actor, lessons: FromDishka[UnmarkedLessons], **_: Any) -> bool:
    """Shown while there is one."""
    return bool(await lessons(actor))


ENTRIES = (
    Entry(
        "seminar-marks",
        states.UnmarkedLessons.all,
        having(*LEADING),
        Section.HOST,
        count=unmarked,
        shown=some_unmarked,
        groups=(Group.MORE,),
    ),
)
