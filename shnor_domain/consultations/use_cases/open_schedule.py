"""The schedule that everybody may read, registered or not."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from shnor_domain.clock import Clock
from shnor_domain.consultations.cards import SlotCard, slot_cards
from shnor_domain.consultations.model import Audience, Slot, Terms
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.consultations.upcoming import resumes
from shnor_domain.identity import RegionId
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class OpenSchedule:
    """Weekday, time, subject and host of published slots; links, addresses and visitors stay inside. Where parents
    meet is open: they have no accounts to read it elsewhere."""

    read: Opens[ConsultationWork]
    clock: Clock

    async def regions(self) -> Sequence[tuple[RegionId, str]]:
        """Regions that have at least one published slot, by name."""
        async with self.read() as work:
            known = await work.directory.regions()
            slots = await work.slots.published([region for region, _ in known])
        open_to = {slot.terms.open_to.region for slot in slots}
        return [(region, name) for region, name in known if region in open_to or None in open_to]

    async def __call__(self, region: RegionId) -> list[SlotCard]:
        """Slots of a region by weekday and time, with the day on which they go on after holidays."""
        now = self.clock.now()
        async with self.read() as work:
            found = await work.slots.published([region])
            exceptions = await work.slots.exceptions([slot.id for slot in found])
            cards = await slot_cards(
                work, [slot if _open(slot) else replace(slot, terms=_bare(slot.terms)) for slot in found]
            )
        return [replace(card, resumes=resumes(card.slot, exceptions[card.slot.id], now)) for card in cards]


def _open(slot: Slot) -> bool:
    return slot.terms.audience is Audience.PARENTS


def _bare(terms: Terms) -> Terms:
    return replace(terms, link=None, venue=None)
