"""What schools, hosts and deciders find of visits in the menu, on the desk and in «Мои дела»."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from aiogram_dialog import DialogManager

from handlers.consultations.data import eyes_of
from handlers.consultations.views import Eyes, local_day
from handlers.consultations.visits import states
from handlers.consultations.visits.lists import visits_of
from handlers.consultations.visits.views import about
from handlers.menu.entries import Entry, Group, Section, having
from handlers.shell import given
from handlers.shell.acting import actor_of
from handlers.texts import Safe
from handlers.texts import times as words
from handlers.texts.times import Host, Reader
from shnor_domain.consultations.visits.cards import VisitCard
from shnor_domain.consultations.visits.machine import OPEN
from shnor_domain.consultations.visits.model import VisitState
from shnor_domain.consultations.visits.use_cases.asking import schools_of
from shnor_domain.consultations.visits.use_cases.deciding import CountWaitingVisits
from shnor_domain.consultations.visits.use_cases.looking import HostVisits, SchoolVisits
from shnor_domain.identity import COORDINATOR_ROLES, HOST_ROLES, Actor

ROWS, _WEEK = 8, timedelta(days=7)
_MOST = 3
"""Lines of a day's visits under one headline."""


def speaks(actor: Actor) -> bool:
    """Whoever leads or curates a school."""
    return bool(schools_of(actor))


async def waiting(*, dialog_manager: DialogManager, **_: Any) -> int:
    """How many requests wait for her."""
    return await (await given(dialog_manager, CountWaitingVisits))(actor_of(dialog_manager))


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
    """A line for each visit of the reader's today that is planned; of more than three how many there are besides."""
    today = local_day(eyes, eyes.now)
    facts = [_facts(eyes, card, starts) for day, starts, card in _planned(eyes, cards) if day == today]
    lines = [eyes.texts("visit-today", **each) for each in facts[:_MOST]]
    return lines if len(facts) <= _MOST else [*lines, eyes.texts("visit-today-more", count=len(facts) - _MOST)]


def week_text(eyes: Eyes, cards: Sequence[VisitCard], first: date) -> Safe:
    """A line for each planned visit of the seven days from `first` on, empty for none; the rest of many stands behind
    «Мои выезды»."""
    week = [each for each in _planned(eyes, cards) if first <= each[0] < first + _WEEK]
    lines = [
        eyes.texts(
            "visit-week-row",
            day=words.day(eyes.texts, day, this_year=eyes.now.year),
            **_facts(eyes, card, starts),
        )
        for day, starts, card in week[:ROWS]
    ]
    return Safe("\n".join(lines))


def _planned(eyes: Eyes, cards: Sequence[VisitCard]) -> list[tuple[date, datetime, VisitCard]]:
    """With the day and the instant of their beginning, in the order of `cards`."""
    return [
        (local_day(eyes, card.visit.appointment.starts), card.visit.appointment.starts, card)
        for card in cards
        if card.visit.state is VisitState.PLANNED and card.visit.appointment is not None
    ]


def _facts(eyes: Eyes, card: VisitCard, starts: datetime) -> dict[str, str]:
    clock = words.clocks(eyes.texts, starts, Reader(eyes.zone), Host(card.visit.zone, card.town))
    return {"clock": clock, "school": card.school, "about": about(eyes, card)}


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
    Entry(
        "visits-mine",
        states.HostVisit.all,
        having(*HOST_ROLES),
        Section.HOST,
        shown=makes_some,
        groups=(Group.MORE,),
    ),
)
WAITING = (
    Entry(
        "waits-visits", states.WaitingVisit.all, having(*COORDINATOR_ROLES, *HOST_ROLES), Section.SCHOOL, count=waiting
    ),
)
HEADLINES = (today,)
