"""One more meeting of a slot, outside its weekly rule."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from shnor_domain.clock import Clock
from shnor_domain.consultations.cards import exceptions_of
from shnor_domain.consultations.errors import SessionGone
from shnor_domain.consultations.model import Exceptions, ExtraWindow, SessionKey, SessionState, Slot, SlotId
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.consultations.rules import check_terms
from shnor_domain.consultations.use_cases.asking import tell_who_asked
from shnor_domain.consultations.use_cases.calling_off import locked_slot, note
from shnor_domain.errors import Invalid
from shnor_domain.identity import Actor
from shnor_domain.seats.times import instant
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class AddWindow:
    """The host adds one meeting outside the weekly rule, with all other terms of the slot. Who asked for its subject
    and may come is told (C18)."""

    write: Opens[ConsultationWork]
    clock: Clock

    async def __call__(self, actor: Actor, slot_id: SlotId, window: ExtraWindow) -> SessionKey:
        """Add the window and give the key of its meeting; `Invalid` when it lies in the past, off the 5-minute grid or
        on an «актированный день» that concerns the slot, `SessionGone` on a closed day and where a meeting was called
        off: nobody could book it."""
        operation = f"window:{slot_id}"
        now = self.clock.now()
        async with self.write() as work:
            slot = await locked_slot(work, actor, slot_id)
            key = SessionKey(slot_id, instant(window.day, window.starts, slot.terms.zone))
            if await work.applied.result(operation) is not None:
                return key
            check_window(slot, window, now)
            exceptions = await exceptions_of(work, slot)
            check_stands(exceptions, window.day)
            session = (await work.sessions.find([key])).get(key)
            off = session is not None and session.state is SessionState.CANCELLED
            if off or window.day in exceptions.closed:
                raise SessionGone
            await work.slots.add_window(slot_id, window)
            await tell_who_asked(work, slot, now, window=key.starts)
            await note(work, actor, slot, "window-add", now, {"starts": key.starts.isoformat()})
            await work.applied.save(operation, "added")
            return key


def check_stands(exceptions: Exceptions, day: date) -> None:
    """Raise `Invalid("day", "called-off")` for an «актированный день» of the slot: who chooses it reads why."""
    if day in exceptions.called_off:
        raise Invalid("day", "called-off")


def check_window(slot: Slot, window: ExtraWindow, now: datetime) -> None:
    """The window must lie ahead, within a year of the slot, and keep its terms: grid of starts, length in minutes."""
    if instant(window.day, window.starts, slot.terms.zone) <= now:
        raise Invalid("day", "past")
    if window.day > slot.terms.first_day + timedelta(days=366):
        raise Invalid("day", "year")
    as_rule = replace(slot.terms, starts=window.starts, minutes=window.minutes, last_day=slot.terms.first_day)
    check_terms(as_rule, slot.terms.first_day)
