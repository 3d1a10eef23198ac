"""A host's desk: her slots, the coming meetings, who comes with what."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from shnor_domain.clock import Clock
from shnor_domain.consultations.absences.ports import AbsenceWork
from shnor_domain.consultations.asked import questions_of, with_asked
from shnor_domain.consultations.cards import (
    BookingCard,
    SlotCard,
    booking_cards,
    exceptions_of,
    led_by,
    slot_card,
    slot_cards,
)
from shnor_domain.consultations.model import Occurrence, Request, Session, SessionKey, SessionState, Slot, SlotId
from shnor_domain.consultations.on_behalf.use_cases.colleagues import as_seen
from shnor_domain.consultations.ports import ConsultationWork, KnownPerson
from shnor_domain.consultations.rules import LONGEST, day_of, occurrence_at, occurrences
from shnor_domain.consultations.upcoming import called_off_ahead, holidays_ahead
from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import COORDINATOR_ROLES, HOST_ROLES, Actor, PersonId, SubjectId, Territory
from shnor_domain.work import Opens

AHEAD = timedelta(days=28)


@dataclass(frozen=True, slots=True)
class Meeting:
    """One coming meeting of a host: `booked` of `capacity` seats; `questions` were asked beforehand, counted for
    today's only; `link` is of this meeting alone. `leader` leads it: the slot's host (None too) or a substitute, of
    whom `of` then tells."""

    of: SlotCard
    occurrence: Occurrence
    booked: int
    capacity: int
    cancelled: bool = False
    questions: int = 0
    link: str | None = None
    leader: PersonId | None = None

    @property
    def passed_on(self) -> bool:
        """True when a substitute leads it."""
        return self.leader is not None and self.leader != self.of.slot.host


@dataclass(frozen=True, slots=True)
class Desk:
    """What a host sees first: slots by weekday, the coming meetings by start, how many wait for which subject, and
    what is left of today (of her own clock) without the cancelled."""

    slots: tuple[SlotCard, ...]
    meetings: tuple[Meeting, ...]
    wishes: tuple[tuple[str, int], ...]
    today: tuple[Meeting, ...] = ()


@dataclass(frozen=True, slots=True)
class HostDesk:
    """Everybody who hosts, or did and has slots left to end; others are refused with `NotAllowed`."""

    read: Opens[AbsenceWork]
    clock: Clock

    async def __call__(self, actor: Actor) -> Desk:
        """Meetings of the next 28 days."""
        if actor.person is None:
            raise NotAllowed
        now = self.clock.now()
        async with self.read() as work:
            slots = await work.slots.of_host(actor.person)
            if not slots and not actor.has(*HOST_ROLES):
                raise NotAllowed
            cards = await slot_cards(work, slots)
            meetings = await meetings_of(work, cards, now, now + AHEAD)
            meetings += await for_others(work, actor.person, now, now + AHEAD)
            meetings.sort(key=lambda meeting: (meeting.occurrence.starts, meeting.of.slot.id))
            wishes = await _wishes(work, actor, {card.slot.terms.subject for card in cards})
            led = [meeting for meeting in meetings if meeting.leader in {None, actor.person}]
            today = await _of_today(work, led, now, ZoneInfo(actor.zone))
        return Desk(tuple(cards), tuple(meetings), wishes, today)


async def meetings_of(
    work: ConsultationWork, cards: Sequence[SlotCard], since: datetime, until: datetime
) -> list[Meeting]:
    """Meetings of slots that end after `since` and start before `until`, by start. Of a day that is called off those
    that have a row: they fell with it, or were over before it was declared."""
    exceptions = await work.slots.exceptions([card.slot.id for card in cards])
    whole = {each: replace(those, called_off=frozenset()) for each, those in exceptions.items()}
    found = [
        (card, occurrence)
        for card in cards
        for occurrence in occurrences(card.slot, whole[card.slot.id], since - LONGEST, until)
        if occurrence.ends > since
    ]
    rows = await work.sessions.find([occurrence.key for _, occurrence in found])
    found = [
        (card, each)
        for card, each in found
        if each.key in rows or day_of(card.slot, each) not in exceptions[card.slot.id].called_off
    ]
    leaders = await work.directory.people({row.host for row in rows.values()})
    meetings = [_meeting(card, occurrence, rows.get(occurrence.key), leaders) for card, occurrence in found]
    return sorted(meetings, key=lambda meeting: (meeting.occurrence.starts, meeting.of.slot.id))


def _meeting(
    card: SlotCard, occurrence: Occurrence, row: Session | None, leaders: Mapping[PersonId, KnownPerson]
) -> Meeting:
    if row is None:
        return Meeting(card, occurrence, 0, card.slot.terms.capacity)
    of, off = led_by(card, row.host, leaders.get(row.host)), row.state is SessionState.CANCELLED
    return Meeting(of, occurrence, row.taken, row.capacity, off, link=row.link, leader=row.host)


async def for_others(work: AbsenceWork, host: PersonId, since: datetime, until: datetime) -> list[Meeting]:
    """Meetings of others' slots that she has agreed to lead, which end after `since` and start before `until`."""
    rows = await work.absences.hosted(host, since, until)
    cards = {
        card.slot.id: card for card in await slot_cards(work, await work.slots.many({row.key.slot for row in rows}))
    }
    leaders = await work.directory.people({host})
    return [_meeting(cards[row.key.slot], Occurrence(row.key, row.ends), row, leaders) for row in rows]


async def _of_today(
    work: ConsultationWork, meetings: Sequence[Meeting], now: datetime, zone: ZoneInfo
) -> tuple[Meeting, ...]:
    today = now.astimezone(zone).date()
    found = [
        meeting
        for meeting in meetings
        if not meeting.cancelled and meeting.occurrence.starts.astimezone(zone).date() == today
    ]
    rows = await work.sessions.find([meeting.occurrence.key for meeting in found if meeting.booked])
    bookings = await work.bookings.of_sessions([row.id for row in rows.values()])
    each, asked = await questions_of(work, bookings), Counter[SessionKey]()
    for booking in bookings:
        asked[booking.key] += each[booking.id]
    return tuple(replace(meeting, questions=asked[meeting.occurrence.key]) for meeting in found)


async def _wishes(work: ConsultationWork, actor: Actor, subjects: set[SubjectId]) -> tuple[tuple[str, int], ...]:
    counts = Counter(wish.subject for wish in await wishes_within(work, actor, subjects))
    names = await work.directory.subjects()
    return tuple((name, counts[subject]) for subject, name in names.items() if subject in counts)


async def wishes_within(work: ConsultationWork, actor: Actor, subjects: set[SubjectId]) -> list[Request]:
    """Open wishes of the territories that the actor hosts for, the oldest first. A place that names subjects reads of
    those and of `subjects` (of her slots), one that names none of all."""
    places = [place for place in actor.places if place.verified and place.role in HOST_ROLES]
    regions = {place.territory.region for place in places if place.territory.region is not None}
    return [
        wish
        for wish in await work.consultation_requests.waiting(regions)
        if any(
            place.territory.covers(wish.territory)
            and (not place.subjects or wish.subject in place.subjects or wish.subject in subjects)
            for place in places
        )
    ]


@dataclass(frozen=True, slots=True)
class MeetingCard:
    """One meeting with its people in the order in which they booked; `waits` is how many stand in its queue, `held` how
    many of its seats wait for one of them."""

    meeting: Meeting
    bookings: tuple[BookingCard, ...]
    waits: int = 0
    held: int = 0


@dataclass(frozen=True, slots=True)
class OneMeeting:
    """The host of the slot, who leads the meeting for her, or a coordinator over the slot's territory; for others it
    is `NotFound`."""

    read: Opens[AbsenceWork]

    async def __call__(self, actor: Actor, key: SessionKey) -> MeetingCard:
        """The meeting with its people, found also by the time from which it was moved; raises `SessionGone` when the
        slot does not meet then. What they ask is between them and who meets them: a coordinator reads no topic but one
        that she has typed herself."""
        async with self.read() as work:
            card = await slot_card(work, key.slot)
            row = (await work.sessions.find([key])).get(key)
            if row is None and (moved := await work.absences.moved_to(key)) is not None:
                row = (await work.sessions.find([moved])).get(moved)
            if row is None or actor.person is None or row.host != actor.person:
                require_host(actor, card.slot)
            if row is None:
                occurrence = occurrence_at(card.slot, await exceptions_of(work, card.slot), key.starts)
                return MeetingCard(_meeting(card, occurrence, None, {}), ())
            found = await work.bookings.of_session(row.id)
            meets = actor.person in {card.slot.host, row.host}
            bookings = await booking_cards(work, found if meets else as_seen(actor, found))
            if row.host == actor.person:
                bookings = await with_asked(work, bookings)
            leaders = await work.directory.people({row.host})
            waits = (await work.queues.counts([row.id])).get(row.id, 0)
            meeting = _meeting(card, Occurrence(row.key, row.ends), row, leaders)
            return MeetingCard(meeting, tuple(bookings), waits, row.held)


@dataclass(frozen=True, slots=True)
class SlotPage:
    """A slot with its coming meetings by start; `area` names the territory that it is open to, `closed` are its closed
    days from `today` on, `holidays` and `called_off` those on which it would meet else (all of the slot's own
    calendar), `own` is False for a coordinator."""

    card: SlotCard
    area: str
    meetings: tuple[Meeting, ...]
    closed: tuple[date, ...]
    today: date
    own: bool
    holidays: tuple[date, ...] = ()
    called_off: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class OneSlot:
    """A slot with its coming meetings, for its host or a coordinator over its territory."""

    read: Opens[ConsultationWork]
    clock: Clock

    async def __call__(self, actor: Actor, slot_id: SlotId) -> SlotPage:
        """Meetings of the next 28 days."""
        now = self.clock.now()
        async with self.read() as work:
            card = await slot_card(work, slot_id)
            require_host(actor, card.slot)
            meetings = await meetings_of(work, [card], now, now + AHEAD)
            exceptions = await exceptions_of(work, card.slot)
            area = await area_name(work, card.slot.terms.open_to)
        today = now.astimezone(ZoneInfo(card.slot.terms.zone)).date()
        closed = sorted(day for day in exceptions.closed if day >= today)
        holidays = holidays_ahead(card.slot, exceptions, now, now + AHEAD)
        fallen = called_off_ahead(card.slot, exceptions, now, now + AHEAD)
        own = card.slot.host == actor.person
        return SlotPage(card, area, tuple(meetings), tuple(closed), today, own, tuple(holidays), tuple(fallen))


async def area_name(work: ConsultationWork, territory: Territory) -> str:
    """Name of the school, municipality or region; empty for one that is gone."""
    return next((name for area, name in await work.directory.areas(territory) if area == territory), "")


def require_host(actor: Actor, slot: Slot) -> None:
    """Deny all but the host and coordinators whose territory covers the slot's: as if it did not exist (rule 1)."""
    if actor.person is None:
        raise NotFound
    if slot.host != actor.person and not actor.reaches(slot.terms.open_to, *COORDINATOR_ROLES):
        raise NotFound
