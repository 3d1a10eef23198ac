"""A host gives the link that she had promised for later, or another one."""

from dataclasses import dataclass
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.consultations import notices
from shnor_domain.consultations.cards import exceptions_of
from shnor_domain.consultations.errors import SessionGone
from shnor_domain.consultations.link_missing import link_is_there
from shnor_domain.consultations.model import Format, Session, SessionKey, SessionState, Slot, SlotId, SlotState
from shnor_domain.consultations.notices import where_of
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.consultations.rules import LONGEST, occurrence_at
from shnor_domain.consultations.use_cases.calling_off import locked_slot
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor
from shnor_domain.links import check_link
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class SendMeetingLink:
    """Who leads it, the host or her substitute, for one online meeting that is not over; nobody else may (`NotFound`).
    The booked are told (N6); what the slot's link is, and becomes, is nothing to this meeting any more."""

    write: Opens[ConsultationWork]
    clock: Clock

    async def __call__(self, actor: Actor, key: SessionKey, link: str) -> int:
        """Save the link (`Invalid("link", …)`, `SessionGone`); gives how many visitors are told."""
        check_link(link)
        operation = f"meeting-link:{key.slot}:{int(key.starts.timestamp())}"
        now = self.clock.now()
        async with self.write() as work:
            slot = await work.slots.get(key.slot)
            if slot is None or slot.state is SlotState.CLOSED or slot.terms.format is not Format.ONLINE:
                raise NotFound
            # a substitute leads a meeting of another's slot, with a link of his own
            await work.bookings.lock({slot.host})
            row = (await work.sessions.find([key])).get(key)
            if actor.person != (slot.host if row is None else row.host):
                raise NotFound
            if (done := await work.applied.result(operation)) is not None:
                return int(done)
            if row is None:
                row = await work.sessions.ensure(slot, occurrence_at(slot, await exceptions_of(work, slot), key.starts))
            if row.state is SessionState.CANCELLED or row.ends <= now:
                raise SessionGone
            told = 0
            if link != where_of(slot.terms, row.link).link:
                await link_is_there(work, row, now)
                told = await tell_booked(work, row, slot, now)
                await work.sessions.set_link(row.id, link)
            await work.applied.save(operation, str(told))
            return told


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
        # a meeting with a link of its own goes on under that one
        if row.ends > now and row.link is None:
            await link_is_there(work, row, now)
            told += await tell_booked(work, row, slot, now)
    return told


async def tell_booked(work: ConsultationWork, row: Session, slot: Slot, now: datetime) -> int:
    """The same for one meeting."""
    bookings = await work.bookings.of_session(row.id)
    for booking in bookings:
        await work.notices.plan(notices.new_link(booking, slot.terms, now))
    return len(bookings)
