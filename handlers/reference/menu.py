"""What those who change reference data find in the menu, and those who have given out links."""

from typing import Any

from dishka import FromDishka
from dishka.integrations.aiogram_dialog import inject

from handlers.menu.entries import Entry, Group, Section, having
from handlers.reference.called_off import open_called_off
from handlers.reference.states import MyLinks, Reference
from handlers.reference.views import WHO, missing_lines
from handlers.texts import Texts
from shnor_domain.identity import Actor, Role
from shnor_domain.people.use_cases.my_links import OpenLinks
from shnor_domain.territories.use_cases.calendars import CalendarGaps

CALLING_OFF = (Role.MUNICIPAL_COORDINATOR, Role.REGIONAL_COORDINATOR)
"""Who declares a day in a hurry; an administrator finds it in «Справочники»."""


@inject
async def missing_calendar(*, actor: Actor, texts: Texts, gaps: FromDishka[CalendarGaps], **_: Any) -> str | None:
    """Years whose official calendar nobody has loaded, for those who answer for a region; None for all others."""
    years = await gaps(actor)
    return missing_lines(texts, years, "admin" if actor.has(Role.ADMIN) else "other") if years else None


@inject
async def links_count(*, actor: Actor, links: FromDishka[OpenLinks], **_: Any) -> int:
    """How many of her links let somebody in still."""
    return 0 if actor.person is None else len(await links(actor))


@inject
async def has_links(*, actor: Actor, links: FromDishka[OpenLinks], **_: Any) -> bool:
    """There is something to revoke."""
    return actor.person is not None and bool(await links(actor))


def leads_only(actor: Actor) -> bool:
    """A head of a school: coordinators have their links among «Справочники»."""
    return actor.has(Role.SCHOOL_LEAD) and not actor.has(*WHO)


ENTRIES = (
    Entry("called-off", open_called_off, having(*CALLING_OFF), Section.TERRITORY, groups=(Group.MORE,)),
    Entry(
        "reference",
        Reference.all,
        having(*WHO),
        Section.TERRITORY,
        groups=(Group.MORE,),
        at_hand=having(Role.REGIONAL_COORDINATOR),
    ),
    Entry("links", MyLinks.all, leads_only, Section.SCHOOL, count=links_count, shown=has_links, groups=(Group.MORE,)),
)
HEADLINES = (missing_calendar,)
