"""Visits as the school, the host and who decides look at them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from shnor_domain.clock import Clock
from shnor_domain.consultations.visits.cards import SeenVisit, VisitCard, seen, seen_card, visit_cards
from shnor_domain.consultations.visits.machine import OPEN
from shnor_domain.consultations.visits.model import Visit, VisitId
from shnor_domain.consultations.visits.ports import VisitWork
from shnor_domain.consultations.visits.rules import may_come
from shnor_domain.consultations.visits.use_cases.asking import schools_of
from shnor_domain.errors import NotAllowed
from shnor_domain.identity import HOST_ROLES, Actor, Territory
from shnor_domain.work import Opens

CLOSED_SHOWN = timedelta(days=366)
"""What ended earlier stands on no list."""


@dataclass(frozen=True, slots=True)
class SchoolVisits:
    """Leads and school's curators; others are refused with `NotAllowed`."""

    read: Opens[VisitWork]
    clock: Clock

    async def __call__(self, actor: Actor) -> Sequence[VisitCard]:
        """Visits to the actor's schools: what is open first, by its day, then what ended within a year, the latest
        first."""
        schools = schools_of(actor)
        if actor.person is None or not schools:
            raise NotAllowed
        since = self.clock.now() - CLOSED_SHOWN
        async with self.read() as work:
            found = await work.visits.of_schools(schools)
            live = sorted((each for each in found if each.state in OPEN), key=_day)
            over = [each for each in found if each.state not in OPEN and each.since > since]
            return await visit_cards(work, [*live, *over])


@dataclass(frozen=True, slots=True)
class HostVisits:
    """Everybody who hosts; others are refused with `NotAllowed`."""

    read: Opens[VisitWork]
    clock: Clock

    async def __call__(self, actor: Actor) -> Sequence[VisitCard]:
        """What she has ahead, has still to report, or waits for the school to confirm, by start."""
        if actor.person is None or not actor.has(*HOST_ROLES):
            raise NotAllowed
        async with self.read() as work:
            found = await work.visits.of_host(actor.person)
            mine = [each for each in found if may_come(actor.places, each.where, each.wish.subjects)]
            return await visit_cards(work, mine)


@dataclass(frozen=True, slots=True)
class OneVisit:
    """Who speaks for the school, the host, to whom it is addressed, coordinators over the school; for all others it is
    `NotFound`."""

    read: Opens[VisitWork]

    async def __call__(self, actor: Actor, visit_id: VisitId) -> SeenVisit:
        """In any state."""
        async with self.read() as work:
            visit, _ = await seen(work, actor, visit_id)
            return await seen_card(work, actor, visit)


@dataclass(frozen=True, slots=True)
class IsDayOff:
    """As `OneVisit`."""

    read: Opens[VisitWork]

    async def __call__(self, actor: Actor, visit_id: VisitId, day: date) -> bool:
        """True where schools there do not work on that day: it may be chosen all the same."""
        async with self.read() as work:
            visit, _ = await seen(work, actor, visit_id)
            unit = Territory(visit.where.region, visit.where.municipality)
            return day in await work.lands.days_off(unit, day, day)


def _day(visit: Visit) -> tuple[datetime, VisitId]:
    return (visit.since if visit.appointment is None else visit.appointment.starts, visit.id)
