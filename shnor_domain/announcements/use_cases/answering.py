"""What a reader does with her copy: «Ознакомлен(а)», and the document below a photo."""

from dataclasses import dataclass
from datetime import datetime

from shnor_domain.announcements.audience import AnnouncementId
from shnor_domain.announcements.content import KeptFile
from shnor_domain.announcements.ports import AnnouncementWork
from shnor_domain.announcements.scoping import is_recalled, scope_of, whom_words_concern
from shnor_domain.clock import Clock
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor
from shnor_domain.people.use_cases.rights import person_of
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """`first` is False for a second tap; `at` is when she said it first."""

    first: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class Acknowledge:
    """Who has got the announcement, once. `NotFound` for all others, and for one that asks for no such word."""

    write: Opens[AnnouncementWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: AnnouncementId) -> Acknowledged:
        """Her word to one copy counts for all that she has of the same: of the first and of its reminders."""
        person, now = person_of(actor), self.clock.now()
        async with self.write() as work:
            found = await work.announcements.get(which)
            if found is None or not found.content.acknowledge or not await work.recipients.has(which, person):
                raise NotFound
            first = await work.recipients.acknowledge(which, person, now)
            at = await work.recipients.acknowledged(which, person)
            for each in await work.announcements.chain(which):
                if each != which and await work.recipients.has(each, person):
                    await work.recipients.acknowledge(each, person, now)
        return Acknowledged(first, at or now)


@dataclass(frozen=True, slots=True)
class AnnouncementDocument:
    """Who has got the announcement and is still where it is told: the document that came with its photo. `NotFound` for
    all others, and for everybody once it was recalled."""

    read: Opens[AnnouncementWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: AnnouncementId) -> KeptFile:
        """Its key and name: the messenger may have the body already."""
        person = person_of(actor)
        async with self.read() as work:
            found = await work.announcements.get(which)
            if found is None or found.content.document is None or not await work.recipients.has(which, person):
                raise NotFound
            scope = await scope_of(work, whom_words_concern(found), self.clock.now())
            if await is_recalled(work, found) or person not in await work.audiences.among(scope, [person]):
                raise NotFound
            return found.content.document
