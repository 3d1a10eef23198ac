"""The schedule that everybody may read, registered or not."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from shnor_domain.consultations.cards import SlotCard, slot_cards
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.identity import RegionId
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class OpenSchedule:
    """Weekday, time, subject and host of published slots; links, addresses and visitors stay inside."""

    read: Opens[ConsultationWork]

    async def regions(self) -> Sequence[tuple[RegionId, str]]:
        """Regions that have at least one published slot, by name."""
        async with self.read() as work:
            known = await work.directory.regions()
            slots = await work.slots.published([region for region, _ in known])
        open_to = {slot.terms.open_to.region for slot in slots}
        return [(region, name) for region, name in known if region in open_to or None in open_to]

    async def __call__(self, region: RegionId) -> list[SlotCard]:
        """Slots of a region by weekday and time."""
        async with self.read() as work:
            found = await work.slots.published([region])
            return await slot_cards(
                work, [replace(slot, terms=replace(slot.terms, link=None, venue=None)) for slot in found]
            )
