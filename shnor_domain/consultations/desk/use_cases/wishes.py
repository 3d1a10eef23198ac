"""What teachers ask for where there is no time for them yet (C18): a host reads it and opens time."""

from collections.abc import Sequence
from dataclasses import dataclass

from shnor_domain.consultations.cards import SlotCard, slot_cards
from shnor_domain.consultations.desk.ports import DeskWork
from shnor_domain.consultations.model import Request
from shnor_domain.consultations.use_cases.hosting import wishes_within
from shnor_domain.errors import NotAllowed
from shnor_domain.identity import HOST_ROLES, Actor, SubjectId
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class AskedSubject:
    """A subject that people ask for: how many, their `topics` (the oldest first, of those who gave one, never with a
    name), and the host's own published `slots` of it, by weekday and time."""

    id: SubjectId
    name: str
    people: int
    topics: tuple[str, ...]
    slots: tuple[SlotCard, ...]


@dataclass(frozen=True, slots=True)
class AskedSubjects:
    """Everybody who hosts: wishes of her territory for her subjects; others are refused with `NotAllowed`."""

    read: Opens[DeskWork]

    async def __call__(self, actor: Actor) -> tuple[AskedSubject, ...]:
        """In the order of the catalogue; subjects for which nobody asks are left out."""
        if actor.person is None or not actor.has(*HOST_ROLES):
            raise NotAllowed
        async with self.read() as work:
            cards = await slot_cards(work, await work.slots.of_host(actor.person))
            wishes = await wishes_within(work, actor, {card.slot.terms.subject for card in cards})
            names = await work.directory.subjects()
        asked = [_asked(subject, name, wishes, cards) for subject, name in names.items()]
        return tuple(each for each in asked if each.people)


def _asked(subject: SubjectId, name: str, wishes: Sequence[Request], cards: Sequence[SlotCard]) -> AskedSubject:
    of_it = [wish for wish in wishes if wish.subject == subject]
    topics = tuple(wish.topic for wish in of_it if wish.topic is not None)
    own = tuple(card for card in cards if card.slot.terms.subject == subject)
    return AskedSubject(subject, name, len(of_it), topics, own)
