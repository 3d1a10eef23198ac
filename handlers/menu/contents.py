"""The menu's entries and headlines, story by story: the one list to extend."""

from typing import Any

from dishka import FromDishka
from dishka.integrations.aiogram_dialog import inject

from handlers.announcements import menu as announcements
from handlers.competence import menu as competence
from handlers.consultations import menu as consultations
from handlers.consultations.videos import menu as videos
from handlers.consultations.visits import menu as visits
from handlers.help.states import Contacts, Help
from handlers.imports import menu as imports
from handlers.menu import waiting
from handlers.menu.entries import Entry, Headline, Section, everybody, known, without_place
from handlers.people import menu as people
from handlers.questions import menu as questions
from handlers.reference import menu as reference
from handlers.registration.consent import register
from handlers.registration.states import MyApplication
from handlers.registration.views import application_words
from handlers.results import menu as results
from handlers.risk import menu as risk
from handlers.roadmap import menu as plans
from handlers.roadmap import reviews
from handlers.roadmap.bringing import menu as bringing
from handlers.schedule import menu as schedule
from handlers.schedule.statistics import menu as statistics
from handlers.schools import menu as schools
from handlers.seminars import menu as seminars
from handlers.seminars.events import menu as seminar_events
from handlers.seminars.presence import menu as seminar_presence
from handlers.seminars.programme import menu as seminar_programme
from handlers.seminars.requests import menu as seminar_requests
from handlers.seminars.signing import menu as seminar_signing
from handlers.settings.states import Settings
from handlers.texts import Texts
from shnor_domain.identity import Actor
from shnor_domain.people.model.applications import Application, ApplicationState
from shnor_domain.people.use_cases.my_application import MyApplications
from shnor_domain.territories.use_cases.naming import NameTerritories


async def _latest(actor: Actor, mine: MyApplications) -> Application | None:
    found = [] if actor.person is None else await mine(actor)
    return next((each for each in found if each.state is not ApplicationState.WITHDRAWN), None)


@inject
async def has_application(*, actor: Actor, mine: FromDishka[MyApplications], **_: Any) -> bool:
    """There is one to look at."""
    return await _latest(actor, mine) is not None


@inject
async def has_none(*, actor: Actor, mine: FromDishka[MyApplications], **_: Any) -> bool:
    """A stranger, or somebody who has consented and went no further, or withdrew."""
    return await _latest(actor, mine) is None


@inject
async def application_state(
    *, actor: Actor, texts: Texts, mine: FromDishka[MyApplications], names: FromDishka[NameTerritories], **_: Any
) -> str | None:
    """While nobody has let her in: who has her application, what was answered, or that there is none yet."""
    if actor.places or actor.person is None:
        return None
    latest = await _latest(actor, mine)
    if latest is None:
        return texts("menu-not-registered")
    if latest.state is ApplicationState.APPROVED:
        return None
    return application_words(texts, latest, (await names([latest.territory]))[latest.territory])


WAITING: tuple[Entry, ...] = (
    *people.WAITING,
    *reviews.WAITING,
    *risk.WAITING,
    *visits.WAITING,
    *questions.WAITING,
    *seminar_programme.WAITING,
)
"""Kinds of what waits for a person's decision, behind one button."""

ENTRIES: tuple[Entry, ...] = (
    Entry("register", register, without_place, Section.FIRST, shown=has_none),
    Entry("application", MyApplication.all, without_place, Section.FIRST, shown=has_application),
    waiting.entry(WAITING),
    *schools.ENTRIES,
    *plans.ENTRIES,
    *schools.YEARS,
    *risk.ENTRIES,
    *people.ENTRIES,
    *consultations.ENTRIES,
    *videos.ENTRIES,
    *questions.ENTRIES,
    *schedule.ENTRIES,
    *statistics.ENTRIES,
    *visits.ENTRIES,
    *seminars.ENTRIES,
    *seminar_requests.ENTRIES,
    *seminar_programme.ENTRIES,
    *seminar_events.ENTRIES,
    *seminar_presence.ENTRIES,
    *announcements.ENTRIES,
    *reference.ENTRIES,
    *results.ENTRIES,
    *competence.ENTRIES,
    *imports.ENTRIES,
    *bringing.ENTRIES,
    Entry("settings", Settings.all, known, Section.COMMON),
    Entry("contacts", Contacts.all, everybody, Section.COMMON),
    Entry("help", Help.about, everybody, Section.COMMON),
)

HEADLINES: tuple[Headline, ...] = (
    application_state,
    *consultations.HEADLINES,
    *seminar_signing.HEADLINES,
    *schedule.HEADLINES,
    *visits.HEADLINES,
    *questions.HEADLINES,
    *schools.HEADLINES,
    *plans.HEADLINES,
    *reference.HEADLINES,
)
