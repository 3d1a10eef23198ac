"""One application or one arrival by a role link, waiting or decided, as those see it who may decide."""

from dataclasses import dataclass

from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor, PersonId, PlaceId
from shnor_domain.people.model.applications import Application, ApplicationId
from shnor_domain.people.model.deciders import ladder, may_decide
from shnor_domain.people.model.person import Person
from shnor_domain.people.model.places import KeptPlace
from shnor_domain.people.ports import PeopleWork
from shnor_domain.people.use_cases.rights import person_of
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class ApplicationCard:
    """`decider` is who was first, None while it waits, when the applicant withdrew it or when the decider was
    deleted."""

    application: Application
    applicant: Person
    decider: Person | None


@dataclass(frozen=True, slots=True)
class OneApplication:
    """Whoever holds a level that it has reached, the applicant herself never: to all others `NotFound`."""

    read: Opens[PeopleWork]

    async def __call__(self, actor: Actor, which: ApplicationId) -> ApplicationCard:
        """Also after the decision, so that the second one sees who was first and when."""
        person_of(actor)
        async with self.read() as work:
            application = await work.applications.get(which)
            if application is None or application.person == actor.person:
                raise NotFound
            if not may_decide(actor, application.levels, application.reached):
                raise NotFound
            applicant = await _person(work, application.person)
            decider = None if application.decided_by is None else await work.people.get(application.decided_by)
        return ApplicationCard(application, applicant, decider)


@dataclass(frozen=True, slots=True)
class ArrivalCard:
    """Somebody who came by a role link; `kept.place.verified` once «Верно» was said."""

    kept: KeptPlace
    person: Person


@dataclass(frozen=True, slots=True)
class OneArrival:
    """Whoever may let this role in there, on any level; about herself and to all others `NotFound`."""

    read: Opens[PeopleWork]

    async def __call__(self, actor: Actor, which: PlaceId) -> ArrivalCard:
        """`NotFound` also after «Отозвать»: then the place is gone."""
        person_of(actor)
        async with self.read() as work:
            kept = await work.places.get(which)
            if kept is None or kept.person == actor.person:
                raise NotFound
            if not may_decide(actor, ladder(kept.place.role, kept.place.territory)):
                raise NotFound
            return ArrivalCard(kept, await _person(work, kept.person))


async def _person(work: PeopleWork, which: PersonId) -> Person:
    found = await work.people.get(which)
    if found is None:
        raise NotFound
    return found
