"""Coordinators look at the consultations of their territory."""

from dataclasses import dataclass

from shnor_domain.consultations.cards import SlotCard, slot_cards
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.errors import NotAllowed
from shnor_domain.identity import COORDINATOR_ROLES, Actor
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class SlotsInScope:
    """Coordinators of a region or municipality, deputies too; others are refused with `NotAllowed`."""

    read: Opens[ConsultationWork]

    async def __call__(self, actor: Actor) -> list[SlotCard]:
        """Published slots open somewhere inside the actor's territories and nowhere else (rule 1), by subject, weekday
        and time."""
        if actor.person is None or not actor.has(*COORDINATOR_ROLES):
            raise NotAllowed
        regions = {place.territory.region for place in actor.places if place.territory.region is not None}
        async with self.read() as work:
            slots = [
                slot
                for slot in await work.slots.published(regions)
                if actor.reaches(slot.terms.open_to, *COORDINATOR_ROLES)
            ]
            order = {subject: number for number, subject in enumerate(await work.directory.subjects())}
            # stable: within a subject they stay by weekday and time
            slots.sort(key=lambda slot: order.get(slot.terms.subject, len(order)))
            return await slot_cards(work, slots)
