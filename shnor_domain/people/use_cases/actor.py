"""Who is behind a chat."""

from dataclasses import dataclass
from datetime import timedelta

from shnor_domain.clock import Clock
from shnor_domain.identity import Actor
from shnor_domain.people.ports import PeopleWork
from shnor_domain.people.use_cases.rights import in_force_now
from shnor_domain.work import Opens

_FRESH = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class ActorOf:
    """The actor of a chat with the places in force, each by the day of its own calendar: a role taken closes at once,
    wherever its person's clock stands.

    Nobody (`person=None`) without an account, on an old telephone, without a standing consent or after leaving: such an
    actor can do
    only what is open to all. A consent to an older version still stands; the shell asks for the new one (`ConsentOf`).
    """

    read: Opens[PeopleWork]
    clock: Clock

    async def __call__(self, chat: int) -> Actor:
        """One read a tap."""
        now = self.clock.now()
        async with self.read() as work:
            person = await work.people.consenting(chat)
            if person is None:
                return Actor(None, chat)
            places = await in_force_now(work, person.id, now)
        return Actor(person.id, chat, person.zone, tuple(places))


@dataclass(frozen=True, slots=True)
class NoteActivity:
    """Keeps «last activity» of a person, to the hour: not every tap writes."""

    read: Opens[PeopleWork]
    write: Opens[PeopleWork]
    clock: Clock

    async def __call__(self, actor: Actor) -> bool:
        """True when it was written."""
        if actor.person is None:
            return False
        now = self.clock.now()
        async with self.read() as work:
            person = await work.people.get(actor.person)
        if person is None or (person.seen is not None and now - person.seen < _FRESH):
            return False
        async with self.write() as work:
            await work.people.seen(actor.person, now)
        return True
