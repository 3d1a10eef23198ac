"""What is new to a visitor about her live booking, whichever of several words of one night is the last (N6)."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from shnor_domain.consultations.model import Booking, BookingId, BookingState, Slot
from shnor_domain.consultations.notices import mark_of_where, where_of
from shnor_domain.consultations.on_behalf.notices import Deed
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.identity import PersonId
from shnor_domain.notifications.model import Payload, StoredNotice
from shnor_domain.work import Opens

_FACTS = frozenset({"off", "from", "leader", "where", "heads", "confirmed"})


class New(Enum):
    """What she does not know; the first of these that holds is what she is told. `OTHER`: a row of an earlier version
    names no fact that could be compared. It is told in its own words: once too often is better than never, and after
    one night there is none left."""

    BOOKED = "booked"
    BACK = "back"
    START = "start"
    LEADER = "leader"
    WHERE = "where"
    HEADS = "heads"
    CONFIRMED = "confirmed"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class WhatIsNew:
    """Of a row about a booking. Facts as its reader knows them: «off» that it does not take place, «from» the start,
    «leader» the host, «where» the mark of the place, «heads» the number, «confirmed» that she comes; «deed» what was
    done for her. Each is from the first of the rows that were merged, a payload of its own else."""

    read: Opens[ConsultationWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> tuple[New, ...]:
        """Nothing when everything came back to what she knows, and for who is not its visitor."""
        known = row.notice.payload if row.known is None else row.known
        async with self.read() as work:
            booking = await work.bookings.get(BookingId(int(row.notice.payload["booking"] or 0)))
            if booking is None or booking.state is not BookingState.BOOKED or booking.ends <= now:
                return ()
            if booking.visitor != row.notice.person:
                return ()
            slot = await work.slots.get(booking.key.slot)
        found = (New.BOOKED, *_changed(known, booking, slot)) if unheard(row) else _changed(known, booking, slot)
        return found if found or _FACTS & known.keys() else (New.OTHER,)


def _changed(known: Payload, booking: Booking, slot: Slot | None) -> tuple[New, ...]:
    where = None if slot is None else mark_of_where(where_of(slot.terms, booking.link))
    knows = {**known, "from": _start(known)} if "from" in known else known
    now: dict[New, tuple[str, object]] = {
        New.BACK: ("off", False),
        New.START: ("from", booking.key.starts),
        New.LEADER: ("leader", booking.host),
        New.WHERE: ("where", where),
        New.HEADS: ("heads", booking.heads),
        New.CONFIRMED: ("confirmed", booking.confirmed),
    }
    return tuple(new for new, (fact, is_now) in now.items() if fact in knows and knows[fact] != is_now)


def _start(known: Payload) -> datetime:
    return datetime.fromisoformat(str(known["from"]))


@dataclass(frozen=True, slots=True)
class SomethingIsNew:
    """To the visitor: her live booking is otherwise than she knows, in whatever was told of it this night."""

    read: Opens[ConsultationWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False when it came back to what she knows (N6)."""
        return bool(await WhatIsNew(self.read)(row, now))


def unheard(row: StoredNotice) -> bool:
    """True for a word about a booking that somebody has made for its reader, while she has not heard of it."""
    return row.known is not None and row.known.get("deed") == Deed.BOOKED.value


async def moved_by_another(work: ConsultationWork, row: StoredNotice) -> Payload | None:
    """{"deed", "by", "role"} of the last move of the booking where it was made for her; None where the host moved the
    meeting. Rows that were merged are asked, because what they knew is kept of the first of them alone."""
    rows = await work.notices.of_subject(row.notice.subject)
    told = [each.notice.payload for each in rows if each.id == row.id or each.error == "merged"]
    moves = [payload for payload in told if "from" in payload]
    if not moves or moves[-1].get("deed") != Deed.MOVED.value:
        return None
    return {name: moves[-1][name] for name in ("deed", "by", "role")}


def counts_on_it(row: StoredNotice) -> bool:
    """False for who has not heard of the booking, or knows that it is off: of its end she is not told (N6)."""
    return not unheard(row) and not (row.known is not None and row.known.get("off"))


def known_to_her(row: StoredNotice, booking: Booking) -> Booking:
    """What has ended as she knows it: she has not heard of another start or host that was to be told in this night."""
    known = row.known or {}
    if "from" in known:
        booking = replace(booking, key=replace(booking.key, starts=_start(known)))
    return replace(booking, host=PersonId(int(known["leader"] or 0))) if "leader" in known else booking
