"""«Ждёт моего решения» and the job that moves applications up (P1, P2)."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.identity import Actor
from shnor_domain.people.model.applications import Application
from shnor_domain.people.model.days import local_day
from shnor_domain.people.model.deciders import ladder, may_decide
from shnor_domain.people.model.places import KeptPlace
from shnor_domain.people.ports import PeopleWork
from shnor_domain.people.use_cases.levels import take_step, waits_to_move
from shnor_domain.people.use_cases.rights import scope_of
from shnor_domain.work import Opens

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Waiting:
    """`applications` have reached a level of the actor's; `places` came by a role link and wait for «Верно». Oldest
    first."""

    applications: tuple[Application, ...] = ()
    places: tuple[KeptPlace, ...] = ()

    @property
    def count(self) -> int:
        """The number on the button of the menu."""
        return len(self.applications) + len(self.places)


@dataclass(frozen=True, slots=True)
class WaitingApplications:
    """All that the actor may decide on right now, without what concerns herself; empty for who decides on nobody."""

    read: Opens[PeopleWork]
    clock: Clock

    async def __call__(self, actor: Actor) -> Waiting:
        """Never raises for lack of rights: the list is empty then."""
        within = scope_of(actor)
        if actor.person is None or not within:
            return Waiting()
        today = local_day(self.clock.now(), actor.zone)
        async with self.read() as work:
            applications: Sequence[Application] = await work.applications.waiting_in(within)
            places = await work.places.unverified_in(within, today)
        return Waiting(
            tuple(
                each
                for each in applications
                if each.person != actor.person and may_decide(actor, each.levels, each.reached)
            ),
            tuple(
                each
                for each in places
                if each.person != actor.person and may_decide(actor, ladder(each.place.role, each.place.territory))
            ),
        )


@dataclass(frozen=True, slots=True)
class MoveApplications:
    """A job, every minute or so: reminders on the second, the next level on the fourth working day (P1). Nobody's
    action."""

    write: Opens[PeopleWork]
    read: Opens[PeopleWork]
    clock: Clock

    async def __call__(self) -> int:
        """How many applications moved or were reminded of; each in a unit of its own, so that one cannot hold up the
        rest."""
        now, moved = self.clock.now(), 0
        async with self.read() as work:
            waiting = await waits_to_move(work, now)
        for which in waiting:
            try:
                moved += await take_step(self.write, which, now)
            except Exception:
                logger.exception("application %s could not be moved", which)
        return moved

    async def next_due(self) -> datetime | None:
        """The next instant at which the job has something to do, for the rehearsal's leap."""
        async with self.read() as work:
            return await work.applications.next_step_due()
