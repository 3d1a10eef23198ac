"""What schools, hosts and deciders find of visits in the menu, on the desk and in «Мои дела»."""

from collections.abc import Sequence
from typing import Any

from aiogram_dialog import DialogManager

from handlers.consultations.data import eyes_of
from handlers.consultations.views import Eyes, local_day
from handlers.consultations.visits import states
from handlers.consultations.visits.lists import visits_of
from handlers.consultations.visits.views import about
from handlers.menu.entries import Entry, Section, having
from handlers.shell.acting import actor_of
from handlers.texts import Safe
from handlers.texts import times as words
from handlers.texts.times import Host, Reader
from shnor_domain.consultations.visits.cards import VisitCard
from shnor_domain.consultations.visits.machine import OPEN
from shnor_domain.consultations.visits.model import VisitState
from shnor_domain.consultations.visits.use_cases.asking import schools_of
from shnor_domain.consultations.visits.use_cases.deciding import WaitingVisits
from shnor_domain.consultations.visits.use_cases.looking import HostVisits, SchoolVisits
from shnor_domain.identity import COORDINATOR_ROLES, HOST_ROLES, Actor

_MOST = 3
"""Lines of a day's visits under one headline."""


def speaks(actor: Actor) -> bool:
    """Whoever leads or curates a school."""
    return bool(schools_of(actor))


async def waiting(*, dialog_manager: DialogManager, **_: Any) -> int:
    """How many requests wait for her."""
    return len(await visits_of(dialog_manager, WaitingVisits))


async def anything(*, dialog_manager: DialogManager, **_: Any) -> bool:
    """The button is there while something waits."""
    return bool(await visits_of(dialog_manager, WaitingVisits))


async def hosted(manager: DialogManager) -> Sequence[VisitCard]:
    """What she makes; nothing for who hosts nothing."""
    return await visits_of(manager, HostVisits) if actor_of(manager).has(*HOST_ROLES) else ()


async def makes_some(*, dialog_manager: DialogManager, **_: Any) -> bool:
    """The button is there while she has one."""
    return bool(await hosted(dialog_manager))


async def today(dialog_manager: DialogManager, **_: Any) -> str | None:
    """«Сегодня: 10:00 выезд, СОШ № 6», None for who makes none today."""
    eyes = await eyes_of(dialog_manager)
    lines = today_lines(eyes, await hosted(dialog_manager))
    return Safe("\n".join(lines)) if lines else None


def today_lines(eyes: Eyes, cards: Sequence[VisitCard]) -> list[Safe]:
    """A line for each visit of the reader's today that is planned."""
    day = local_day(eyes, eyes.now)
    lines = []
    for card in cards:
        visit = card.visit
        if visit.state is VisitState.PLANNED and visit.appointment is not None:
            starts = visit.appointment.starts
            if local_day(eyes, starts) == day:
                clock = words.clocks(eyes.texts, starts, Reader(eyes.zone), Host(visit.zone, card.town))
                lines.append(eyes.texts("visit-today", clock=clock, school=card.school, about=about(eyes, card)))
    return lines[:_MOST]


async def on_desk(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """For the host's desk: today's visits, and how many she has."""
    eyes, cards = await eyes_of(dialog_manager), await hosted(dialog_manager)
    return {"visits": len(cards), "visits_today": Safe("\n".join(today_lines(eyes, cards)))}


async def in_my_things(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """For «Мои дела»: how many visits to her schools are open."""
    actor = actor_of(dialog_manager)
    cards = await visits_of(dialog_manager, SchoolVisits) if actor.person is not None and speaks(actor) else ()
    return {"visits": sum(card.visit.state in OPEN for card in cards)}


ENTRIES = (
    Entry("visits", states.SchoolVisit.all, speaks, Section.SCHOOL),
    Entry("visits-mine", states.HostVisit.all, having(*HOST_ROLES), Section.HOST, shown=makes_some),
    Entry(
        "visits-wait",
        states.WaitingVisit.all,
        having(*COORDINATOR_ROLES, *HOST_ROLES),
        Section.SCHOOL,
        count=waiting,
        shown=anything,
    ),
)
HEADLINES = (today,)
