"""What screens show of queues: whether one may wait, her place, what is offered to her."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum

from shnor_domain.consultations.cards import Opening, SlotCard, slot_cards
from shnor_domain.consultations.model import BookingId, Session, SessionKey, SessionState, Slot
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.consultations.waitlist.freeing import hindrance
from shnor_domain.consultations.waitlist.model import Waiting
from shnor_domain.identity import PersonId
from shnor_domain.seats.model import Offer, WaitState
from shnor_domain.seats.rules import OPENS
from shnor_domain.seats.times import grid


class Ended(Enum):
    """How it stands for who waits no more. `SEATED`: she has a seat; `OFF`: it does not take place; `PAST`: it has
    started; `LOST`: no place of hers let her come, `ANEW` where one lets her book the subject by now. Else the meeting
    is ahead: `CLOSED` where its queue has ended for all, `LEFT` by her, `UNSEATED` where the seat that she got is not
    hers any more, `BACK` where it was called off and takes place after all."""

    SEATED = "seated"
    OFF = "off"
    PAST = "past"
    LOST = "lost"
    ANEW = "anew"
    CLOSED = "closed"
    LEFT = "left"
    UNSEATED = "unseated"
    BACK = "back"


_BY_STATE = {WaitState.LEFT: Ended.LEFT, WaitState.BOOKED: Ended.UNSEATED, WaitState.CANCELLED: Ended.BACK}


@dataclass(frozen=True, slots=True)
class WaitCard:
    """Her place in a queue, from 1; 0 once she stands there no more: then `ended` says how, and `booking` is the seat
    that she has there. `offer` is what is held for her now, `hindered`
    the code of why she could not accept a seat (W4). `free` while she, as anybody, can book a seat without an offer
    (W3)."""

    waiting: Waiting
    of: SlotCard
    place: int
    offer: Offer | None
    hindered: str | None
    free: bool = False
    ended: Ended | None = None
    booking: BookingId | None = None


def at_once(row: Session) -> bool:
    """True while it has a seat that the queue has left to all: the slot's notice does not hold for it (W3)."""
    return min(row.loose, row.free) > 0


def may_wait(row: Session, now: datetime) -> bool:
    """True for a meeting whose seats are all taken or held, until half an hour before its start."""
    full = row.state is SessionState.OPEN and row.free <= 0
    return full and row.key.starts - OPENS > now


async def with_queues(
    work: ConsultationWork,
    person: PersonId,
    openings: Sequence[Opening],
    rows: Mapping[SessionKey, Session],
    now: datetime,
) -> list[Opening]:
    """The openings, full ones with their queues; two statements where there are any."""
    full = {key: row for key, row in rows.items() if may_wait(row, now)}
    if not full:
        return list(openings)
    counts = await work.queues.counts([row.id for row in full.values()])
    hers = {waiting.session for waiting in await work.queues.of_person(person, now)}
    return [
        replace(each, waits=counts.get(row.id, 0), queued=row.id in hers)
        if (row := full.get(each.occurrence.key)) is not None and not each.mine
        else each
        for each in openings
    ]


async def place_card(work: ConsultationWork, waiting: Waiting, now: datetime) -> WaitCard:
    """Her place as it is now: the one in which she stands, where this one has ended and she has joined anew."""
    if waiting.state is not WaitState.WAITING:
        waiting = await work.queues.live(waiting.session, waiting.person) or waiting
    return (await wait_cards(work, [waiting], now))[0]


async def wait_cards(work: ConsultationWork, waits: Sequence[Waiting], now: datetime) -> list[WaitCard]:
    """Cards in the order of `waits`."""
    if not waits:
        return []
    cards = {
        card.slot.id: card for card in await slot_cards(work, await work.slots.many({each.key.slot for each in waits}))
    }
    return [await _card(work, waiting, cards[waiting.key.slot], now) for waiting in waits]


async def _card(work: ConsultationWork, waiting: Waiting, of: SlotCard, now: datetime) -> WaitCard:
    session = await work.sessions.get(waiting.session)
    if waiting.state is not WaitState.WAITING:
        hers = await work.bookings.of_visitor(waiting.person, now)
        booking = next((each.id for each in hers if each.session == waiting.session), None)
        ended = Ended.SEATED if booking is not None else _ended(waiting, session, now)
        return WaitCard(waiting, of, 0, None, None, ended=ended, booking=booking)
    why = None if session is None else await hindrance(work, waiting.person, session, now)
    offer = await work.seat_offers.open_to(waiting.session, waiting.person)
    place = 1 + await work.queues.ahead_of(waiting)
    if session is None or why is not None or offer is not None:
        return WaitCard(waiting, of, place, offer, None if why is None else why.code)
    return WaitCard(waiting, of, place, None, None, await _is_free(work, session, of.slot, now))


def _ended(waiting: Waiting, session: Session | None, now: datetime) -> Ended:
    if session is None or session.state is SessionState.CANCELLED:
        return Ended.OFF
    if session.key.starts <= now:
        return Ended.PAST
    if waiting.state is WaitState.LOST:
        return Ended.LOST
    return Ended.CLOSED if session.key.starts - OPENS <= now else _BY_STATE[waiting.state]


async def _is_free(work: ConsultationWork, session: Session, slot: Slot, now: datetime) -> bool:
    """As booking decides: a seat, in time, and a host who is not elsewhere at that hour."""
    if session.state is not SessionState.OPEN or session.free <= 0 or session.key.starts <= now:
        return False
    if not at_once(session) and session.key.starts - now < timedelta(minutes=slot.terms.notice):
        return False
    if session.taken + session.held:
        return True
    return not (await work.bookings.busy_cells([session.host], grid(session.key.starts, session.ends)))[session.host]
