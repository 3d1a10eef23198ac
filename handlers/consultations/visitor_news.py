"""Of several words of one night about a booking the last goes (N6): it says what is new, whichever kind it is of."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from handlers.consultations.people import under
from handlers.texts import Safe, Texts
from shnor_domain.clock import Clock
from shnor_domain.consultations.absences.notices import BACK, MEETING_MOVED, SUBSTITUTE
from shnor_domain.consultations.absences.ports import AbsenceWork
from shnor_domain.consultations.absences.sought import leader_is_sought
from shnor_domain.consultations.host_changes import Otherwise, WhatIsOtherwise
from shnor_domain.consultations.moving import VISITOR_MOVED
from shnor_domain.consultations.notices import NEW_LINK
from shnor_domain.consultations.on_behalf.notices import FOR_YOU, HEADS_CHANGED, Deed
from shnor_domain.consultations.telling import booking_of
from shnor_domain.consultations.visitor_news import New, WhatIsNew, moved_by_another
from shnor_domain.messaging import Message
from shnor_domain.notifications.kinds import Kind
from shnor_domain.notifications.model import Face, Reader, StoredNotice
from shnor_domain.notifications.ports import Render
from shnor_domain.work import Opens

_KINDS = {
    New.BOOKED: FOR_YOU,
    New.BACK: BACK,
    New.START: MEETING_MOVED,
    New.LEADER: SUBSTITUTE,
    New.WHERE: NEW_LINK,
    New.HEADS: FOR_YOU,
    New.CONFIRMED: FOR_YOU,
}
_DEEDS = {New.BOOKED: Deed.BOOKED, New.HEADS: Deed.COUNTED, New.CONFIRMED: Deed.CONFIRMED}
_TO_HOST = {Otherwise.START: VISITOR_MOVED, Otherwise.HEADS: HEADS_CHANGED}


def told_by_what_is_new(kinds: Iterable[Kind], read: Opens[AbsenceWork], clock: Clock, texts: Texts) -> list[Kind]:
    """The same kinds; a word to a visitor that was merged with others speaks as the one that tells most of what is new
    to her, and adds what that one does not say; a word to a host as the one that is true."""
    every = list(kinds)
    renders = {kind.policy.kind: kind.render for kind in every}
    to_visitor, to_host = ToVisitor(renders, read, clock, texts), ToHost(renders, read, clock)
    speaks: dict[str, Render] = dict.fromkeys(_KINDS.values(), to_visitor)
    speaks |= dict.fromkeys(_TO_HOST.values(), to_host)
    return [replace(kind, render=speaks.get(kind.policy.kind, kind.render)) for kind in every]


@dataclass(frozen=True, slots=True)
class ToVisitor:
    """`renders` are those of single kinds."""

    renders: dict[str, Render]
    read: Opens[AbsenceWork]
    clock: Clock
    texts: Texts

    async def __call__(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """A row that was merged with nothing speaks for itself."""
        spoken, also = row, tuple[Safe, ...]()
        if face is Face.NEW and row.known is not None:
            new = await WhatIsNew(self.read)(row, self.clock.now())
            spoken = await self._spoken(row, new[0]) if new else row
            also = await self._also(row, new)
        message = await self.renders[spoken.notice.kind](spoken, reader, face)
        return replace(message, text=under(Safe(message.text), *also)) if also else message

    async def _spoken(self, row: StoredNotice, new: New) -> StoredNotice:
        """What another has moved for her is told as that, and not as a move of the host."""
        if new is New.OTHER:
            return row
        if new is New.START:
            async with self.read() as work:
                moved = await moved_by_another(work, row)
            if moved is not None:
                payload = {**row.notice.payload, **moved}
                return replace(row, notice=replace(row.notice, kind=FOR_YOU, payload=payload))
        return _as(row, new)

    async def _also(self, row: StoredNotice, new: Collection[New]) -> tuple[Safe, ...]:
        """All words have start, host, place and number; that she is confirmed, or that a host is looked for, is said by
        one alone."""
        rest = tuple(new)[1:]
        said = []
        if New.LEADER in rest:
            async with self.read() as work:
                booking = await work.bookings.get(booking_of(row.notice))
                if booking is not None and await leader_is_sought(work, booking):
                    said.append(self.texts("notice-also-leader-sought"))
        if New.CONFIRMED in rest:
            said.append(self.texts("notice-also-confirmed"))
        return tuple(said)


@dataclass(frozen=True, slots=True)
class ToHost:
    """The same for the host of a booking."""

    renders: dict[str, Render]
    read: Opens[AbsenceWork]
    clock: Clock

    async def __call__(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """Where the visitor has moved it says so, with the number that comes; else the number."""
        spoken = row
        if face is Face.NEW and row.known is not None:
            otherwise = await WhatIsOtherwise(self.read)(row, self.clock.now())
            if otherwise is not None:
                spoken = replace(row, notice=replace(row.notice, kind=_TO_HOST[otherwise]))
        return await self.renders[spoken.notice.kind](spoken, reader, face)


def _as(row: StoredNotice, new: New) -> StoredNotice:
    """A row of that kind, in which what was done for her is of who has done it."""
    known, payload, deed = row.known or {}, row.notice.payload, _DEEDS.get(new)
    if deed is None or payload.get("deed") == deed.value:
        payload = {**known, **payload}
    else:
        payload = {**payload, **known, "deed": deed.value}
    return replace(row, notice=replace(row.notice, kind=_KINDS[new], payload=payload))
