"""A host changes what she has published, as far as nobody's booking is touched."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from shnor_domain.clock import Clock
from shnor_domain.consultations.cards import exceptions_of
from shnor_domain.consultations.changing import Changes, Held, changed_terms
from shnor_domain.consultations.model import Format, Slot, SlotId
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.consultations.use_cases.calling_off import locked_slot, own_slot
from shnor_domain.consultations.use_cases.choices import end_of_year
from shnor_domain.consultations.use_cases.link import tell_where
from shnor_domain.consultations.waitlist.freeing import resize
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor
from shnor_domain.seats.times import instant
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class ChangeSlot:
    """The host herself; a coordinator over the slot may not (`NotFound`). Meetings that have a row take the new
    capacity too; the booked are told of a new place or telephone (N6).

    Refused: `Invalid(field, …)` as in `changed_terms`; `NotFound` for the place of an online slot.
    """

    write: Opens[ConsultationWork]
    clock: Clock

    async def __call__(self, actor: Actor, slot_id: SlotId, changes: Changes) -> int:
        """Save; gives how many visitors are told. The same update fed again changes nothing and answers alike."""
        operation = f"change-slot:{slot_id}"
        now = self.clock.now()
        async with self.write() as work:
            slot = await locked_slot(work, actor, slot_id)
            online = slot.terms.format is Format.ONLINE
            if slot.host != actor.person or (online and changes.venue is not None):
                raise NotFound
            if (done := await work.applied.result(operation)) is not None:
                return int(done)
            new = changed_terms(slot.terms, changes, await _held(work, slot, now), _today(slot, now))
            told = 0
            if new != slot.terms:
                await work.slots.change(slot_id, new)
            if new.capacity != slot.terms.capacity:
                await resize(work, slot, now, new.capacity)
            if new.venue != slot.terms.venue:
                told = await tell_where(work, slot, now)
            await work.applied.save(operation, str(told))
            return told


@dataclass(frozen=True, slots=True)
class Room:
    """What may be changed to what: at least `seats`, a last day from `first` to `last`."""

    slot: Slot
    seats: int
    first: date
    last: date
    today: date


@dataclass(frozen=True, slots=True)
class RoomForChange:
    """The host herself; for all others it is `NotFound`."""

    read: Opens[ConsultationWork]
    clock: Clock

    async def __call__(self, actor: Actor, slot_id: SlotId) -> Room:
        """The last day lies in this school year, as when the slot was published."""
        now = self.clock.now()
        async with self.read() as work:
            slot = await own_slot(work, actor, slot_id)
            if slot.host != actor.person:
                raise NotFound
            held = await _held(work, slot, now)
        today, terms = _today(slot, now), slot.terms
        first = max(today, terms.first_day, held.last_day or today)
        last = min(max(end_of_year(today), terms.last_day), terms.first_day + timedelta(days=366))
        return Room(slot, max(1, held.seats), first, max(first, last), today)


async def _held(work: ConsultationWork, slot: Slot, now: datetime) -> Held:
    zone = ZoneInfo(slot.terms.zone)
    windows = {
        instant(window.day, window.starts, slot.terms.zone) for window in (await exceptions_of(work, slot)).extra
    }
    booked = [row for row in await work.sessions.of_slot(slot.id, now) if row.taken]
    days = [row.key.starts.astimezone(zone).date() for row in booked if row.key.starts not in windows]
    return Held(max((row.taken for row in booked), default=0), max(days, default=None))


def _today(slot: Slot, now: datetime) -> date:
    return now.astimezone(ZoneInfo(slot.terms.zone)).date()
