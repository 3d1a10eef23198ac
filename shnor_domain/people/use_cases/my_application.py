"""What an applicant can do while she waits."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from shnor_domain.clock import Clock
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor
from shnor_domain.people.model.applications import Application, ApplicationId, ApplicationState
from shnor_domain.people.model.errors import AlreadyDecided
from shnor_domain.people.model.person import clean_name
from shnor_domain.people.ports import PeopleWork
from shnor_domain.people.use_cases.apply import Asked, drafted, stored
from shnor_domain.people.use_cases.levels import arrive, subject_of
from shnor_domain.people.use_cases.rights import person_of
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class MyApplications:
    """Her own applications, the latest first; `has_it` of a waiting one is who has it last (P1)."""

    read: Opens[PeopleWork]

    async def __call__(self, actor: Actor) -> Sequence[Application]:
        """Nobody else's."""
        person = person_of(actor)
        async with self.read() as work:
            return await work.applications.of(person)


@dataclass(frozen=True, slots=True)
class Withdraw:
    """The applicant alone, while it waits: `NotFound` to all others, `AlreadyDecided` afterwards."""

    write: Opens[PeopleWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: ApplicationId) -> None:
        """Deciders hear nothing more of it."""
        now = self.clock.now()
        async with self.write() as work:
            if await work.applied.result(f"withdraw:{which}") is not None:
                return
            application = await _own(work, actor, which)
            if not await work.applications.decide(which, ApplicationState.WITHDRAWN, application.person, now):
                raise _late(await stored(work, which))
            await work.tellings.untell(subject_of(application), now)
            await work.applied.save(f"withdraw:{which}", "done")


@dataclass(frozen=True, slots=True)
class CorrectApplication:
    """The applicant alone, while it waits; it starts anew at the first level of what is asked for now. Refusals as
    in `Apply`."""

    write: Opens[PeopleWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: ApplicationId, asked: Asked) -> Application:
        """The application as it stands now; a link in `asked` is not spent again."""
        now, name = self.clock.now(), clean_name(asked.name)
        async with self.write() as work:
            before = await _own(work, actor, which)
            draft = await drafted(work, before.person, asked, now)
            changed = replace(draft, id=which, created=before.created)
            if not await work.applications.correct(changed):
                raise _late(await stored(work, which))
            kept = await work.people.get(before.person)
            if kept is not None:
                await work.people.save(replace(kept, name=name))
            await work.tellings.untell(subject_of(before), now)
            return await arrive(work, changed, now)


async def _own(work: PeopleWork, actor: Actor, which: ApplicationId) -> Application:
    person = person_of(actor)
    application = await work.applications.hold(which)
    if application is None or application.person != person:
        raise NotFound
    if application.state is not ApplicationState.WAITING:
        raise _late(application)
    return application


def _late(application: Application) -> AlreadyDecided:
    return AlreadyDecided(state=application.state.value, by=application.decided_by, at=application.decided_at)
