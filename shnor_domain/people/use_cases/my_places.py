"""One's own roles: to look at, and to give up."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from shnor_domain.clock import Clock
from shnor_domain.errors import NotFound, Stale
from shnor_domain.identity import Actor, PlaceId
from shnor_domain.people.model.days import local_day
from shnor_domain.people.model.places import KeptPlace
from shnor_domain.people.ports import PeopleWork, PlaceEnds, Telling
from shnor_domain.people.use_cases.ending import end_place
from shnor_domain.people.use_cases.levels import look_again_below
from shnor_domain.people.use_cases.rights import person_of
from shnor_domain.people.use_cases.role_link import subject_of
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class MyPlaces:
    """Her own places, whatever their dates, the earliest first; nobody else's."""

    read: Opens[PeopleWork]

    async def __call__(self, actor: Actor) -> Sequence[KeptPlace]:
        """Without assigned schools."""
        person = person_of(actor)
        async with self.read() as work:
            return await work.places.of(person)


@dataclass(frozen=True, slots=True)
class LeavePlace:
    """The person herself gives a role up, from today. Leads of the school are told, what hung on it ends with a word.

    Refused: `NotFound` for a place that is not hers, `Stale` when it has ended already.
    """

    write: Opens[PeopleWork]
    clock: Clock
    on_end: tuple[PlaceEnds, ...] = field(default=())

    async def __call__(self, actor: Actor, which: PlaceId) -> None:
        """Applications that only she could decide on move up in the same transaction."""
        person, now = person_of(actor), self.clock.now()
        async with self.write() as work:
            if await work.applied.result(f"leave-place:{which}") is not None:
                return
            kept = await work.places.get(which)
            if kept is None or kept.person != person:
                raise NotFound
            today = local_day(now, await work.lands.zone_of(kept.place.territory))
            yesterday = today - timedelta(days=1)
            if kept.place.ends is not None and kept.place.ends <= yesterday:
                raise Stale
            school = kept.place.territory.school
            leads = [] if school is None else await work.places.leads(school, today)
            await end_place(work, kept, yesterday, now, self.on_end)
            subject = subject_of(which)
            for lead in leads:
                if lead != person:
                    key = f"{subject}:leaving:{lead}"
                    await work.tellings.tell(Telling(key, lead, "place-leaving", subject, now, {"place": which}))
            await look_again_below(work, [kept.place], now)
            await work.applied.save(f"leave-place:{which}", "done")
