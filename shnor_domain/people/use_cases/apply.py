"""Registration: an application for a role in a territory (R032)."""

from dataclasses import dataclass, replace
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.errors import Invalid, NotAllowed, NotFound
from shnor_domain.identity import SCHOOL_ROLES, Actor, PersonId, Role, SchoolId, SubjectId, Territory
from shnor_domain.people.model.applications import Application, ApplicationId
from shnor_domain.people.model.days import local_day
from shnor_domain.people.model.deciders import ladder
from shnor_domain.people.model.errors import AlreadyYours, LinkDoesNotWork
from shnor_domain.people.model.links import LinkKind
from shnor_domain.people.model.person import clean_name
from shnor_domain.people.ports import PeopleWork
from shnor_domain.people.use_cases.levels import arrive
from shnor_domain.people.use_cases.rights import person_of, resolved
from shnor_domain.work import Opens

MOST_SUBJECTS = 20


@dataclass(frozen=True, slots=True)
class Asked:
    """What an applicant fills in. `territory` needs its lowest level only.

    `school` is the one a curator or mentor offers to support, `home_school` the one she works in herself; `link` a
    school link's code.
    """

    role: Role
    territory: Territory
    name: str
    subjects: frozenset[SubjectId] = frozenset()
    school: SchoolId | None = None
    home_school: SchoolId | None = None
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Apply:
    """Any person with consent may apply. The level that decides is told in the same transaction.

    Refused: `ConsentNeeded`; `Invalid` name, subjects or level of the territory; `NotFound` territory; `NotAllowed` for
    an
    administrator's role; `AlreadyYours`; `AlreadyWaiting`; `LinkDoesNotWork`.
    """

    write: Opens[PeopleWork]
    clock: Clock

    async def __call__(self, actor: Actor, asked: Asked) -> Application:
        """The application as it stands, so that the screen can tell who has it."""
        person, now = person_of(actor), self.clock.now()
        name = clean_name(asked.name)
        async with self.write() as work:
            done = await work.applied.result("apply")
            if done is not None:
                return await stored(work, ApplicationId(int(done)))
            application = await drafted(work, person, asked, now)
            await self._spend(work, asked, application.territory, person, now)
            await self._introduce(work, person, name, application.territory)
            identity = await work.applications.add(application)
            application = await arrive(work, replace(application, id=identity), now)
            await work.applied.save("apply", str(identity))
        return application

    async def _spend(
        self, work: PeopleWork, asked: Asked, territory: Territory, person: PersonId, now: datetime
    ) -> None:
        if asked.link is None:
            return
        link = await work.links.by_code(asked.link)
        fitting = link is not None and link.kind is LinkKind.SCHOOL and link.territory == territory
        if link is None or not fitting or link.role is not asked.role:
            raise LinkDoesNotWork
        if not await work.links.use(link.id, person, now):
            raise LinkDoesNotWork

    async def _introduce(self, work: PeopleWork, person: PersonId, name: str, territory: Territory) -> None:
        """The name as she wrote it last; the zone only with the first registration: later it is hers to set."""
        kept = await work.people.get(person)
        if kept is None:
            raise NotFound
        zone = kept.zone if kept.name else await work.lands.zone_of(territory)
        await work.people.save(replace(kept, name=name, zone=zone))


async def drafted(work: PeopleWork, person: PersonId, asked: Asked, now: datetime) -> Application:
    """The application that `asked` makes, checked against registry and places; not stored yet."""
    if not ladder(asked.role, asked.territory):
        raise NotAllowed
    territory = await resolved(work, asked.role, asked.territory)
    await check_subjects(work, asked.subjects)
    await _check_offer(work, asked, territory)
    home = None if asked.home_school is None else await work.lands.of_school(asked.home_school)
    if asked.home_school is not None and home is None:
        raise NotFound
    today = local_day(now, await work.lands.zone_of(territory))
    held = await work.places.in_force(person, today)
    if any(place.role is asked.role and place.territory == territory for place in held):
        raise AlreadyYours
    return Application(
        id=ApplicationId(0),
        person=person,
        role=asked.role,
        territory=territory,
        created=now,
        since=now,
        subjects=asked.subjects,
        school=asked.school,
        home=None if home is None else home.municipality,
        home_school=asked.home_school,
    )


async def stored(work: PeopleWork, which: ApplicationId) -> Application:
    """An application that must exist."""
    application = await work.applications.get(which)
    if application is None:
        raise NotFound
    return application


async def check_subjects(work: PeopleWork, subjects: frozenset[SubjectId]) -> None:
    """Raises `Invalid("subjects", "unknown")` for a code that the catalogue does not offer, or for too many."""
    offered = {subject.code for subject in await work.subjects.all() if subject.active}
    if len(subjects) > MOST_SUBJECTS or not subjects <= offered:
        raise Invalid("subjects", "unknown")


async def _check_offer(work: PeopleWork, asked: Asked, territory: Territory) -> None:
    if asked.school is None:
        return
    where = await work.lands.of_school(asked.school)
    if where is None or asked.role in SCHOOL_ROLES or not territory.covers(where):
        raise Invalid("school", "elsewhere")
