"""Change of school: the old place ends on a date, the new school decides; hours go with the person."""

from dataclasses import dataclass, field, replace
from datetime import date

from shnor_domain.clock import Clock
from shnor_domain.errors import Invalid, NotFound
from shnor_domain.identity import SCHOOL_ROLES, Actor, PlaceId, SubjectId, Territory
from shnor_domain.people.model.applications import Application, ApplicationId
from shnor_domain.people.model.days import local_day
from shnor_domain.people.ports import PeopleWork, PlaceEnds, Telling
from shnor_domain.people.use_cases.apply import Asked, drafted, stored
from shnor_domain.people.use_cases.ending import end_place
from shnor_domain.people.use_cases.levels import arrive, look_again_below
from shnor_domain.people.use_cases.rights import person_of
from shnor_domain.people.use_cases.role_link import subject_of
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class ChangeSchool:
    """The teacher or lead herself. The leads of the old school are told; the new one decides on an application.

    Refused: `NotFound` for a place that is not hers, `Invalid("last_day", "past")`, and what `Apply` refuses.
    """

    write: Opens[PeopleWork]
    clock: Clock
    on_end: tuple[PlaceEnds, ...] = field(default=())

    async def __call__(
        self, actor: Actor, old: PlaceId, last_day: date, new_school: Territory, subjects: frozenset[SubjectId]
    ) -> Application:
        """The application to the new school; the old place stays in force through `last_day`."""
        person, now = person_of(actor), self.clock.now()
        async with self.write() as work:
            done = await work.applied.result(f"change-school:{old}")
            if done is not None:
                return await stored(work, ApplicationId(int(done)))
            kept = await work.places.get(old)
            if kept is None or kept.person != person or kept.place.role not in SCHOOL_ROLES:
                raise NotFound
            today = local_day(now, await work.lands.zone_of(kept.place.territory))
            if last_day < today:
                raise Invalid("last_day", "past")
            draft = await drafted(work, person, Asked(kept.place.role, new_school, "", subjects), now)
            await end_place(work, kept, last_day, now, self.on_end)
            await self._tell(work, kept.place.territory, old, person, today)
            application = replace(draft, id=await work.applications.add(draft))
            application = await arrive(work, application, now)
            await look_again_below(work, [kept.place], now)
            await work.applied.save(f"change-school:{old}", str(application.id))
        return application

    async def _tell(self, work: PeopleWork, school: Territory, old: PlaceId, person: int, today: date) -> None:
        if school.school is None:
            return
        subject = subject_of(old)
        for lead in await work.places.leads(school.school, today):
            if lead != person:
                telling = Telling(
                    f"{subject}:leaving:{lead}", lead, "place-leaving", subject, self.clock.now(), {"place": old}
                )
                await work.tellings.tell(telling)
