"""A host gives the link that she had promised for later, or another one."""

from dataclasses import dataclass
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.consultations import notices
from shnor_domain.consultations.model import Format, Slot, SlotId
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.consultations.rules import LONGEST, check_link
from shnor_domain.consultations.use_cases.calling_off import locked_slot
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class SendLink:
    """The host herself, for an online slot; a coordinator over it may not (`NotFound`). The booked are told (N6)."""

    write: Opens[ConsultationWork]
    clock: Clock

    async def __call__(self, actor: Actor, slot_id: SlotId, link: str) -> int:
        """Save the link (`Invalid("link", …)`); gives how many visitors of running and coming meetings are told."""
        check_link(link)
        operation = f"link:{slot_id}"
        now = self.clock.now()
        async with self.write() as work:
            slot = await locked_slot(work, actor, slot_id)
            if slot.host != actor.person or slot.terms.format is not Format.ONLINE:
                raise NotFound
            if (done := await work.applied.result(operation)) is not None:
                return int(done)
            told = 0
            if link != slot.terms.link:
                await work.slots.set_link(slot_id, link)
                told = await tell_where(work, slot, now)
            await work.applied.save(operation, str(told))
            return told


async def tell_where(work: ConsultationWork, slot: Slot, now: datetime) -> int:
    """Plan a word to each visitor of running and coming meetings, where they are now; gives their number. `slot` has
    the terms that they know."""
    told = 0
    for row in await work.sessions.of_slot(slot.id, now - LONGEST):
        for booking in await work.bookings.of_session(row.id) if row.ends > now else ():
            await work.notices.plan(notices.new_link(booking, slot.terms, now))
            told += 1
    return told
