"""What who leads lessons finds of them in the menu."""

from typing import Any

from dishka import FromDishka
from dishka.integrations.aiogram_dialog import inject

from handlers.menu.entries import Entry, Group, Section, having
from handlers.seminars.events import states
from shnor_domain.identity import Actor
from shnor_domain.seminars.events.rules import LEADING
from shnor_domain.seminars.events.use_cases.drafting import HostLessons


@inject
async def leads_some(*, actor: Actor, lessons: FromDishka[HostLessons], **_: Any) -> bool:
    """A published lesson of hers is ahead."""
    return bool(await lessons(actor))


ENTRIES = (
    Entry(
        "seminar-lessons",
        states.Leading.all,
        having(*LEADING),
        Section.HOST,
        shown=leads_some,
        groups=(Group.MORE,),
    ),
)
