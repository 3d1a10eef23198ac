"""A small world for walks through queues: two hosts whose meetings overlap, eight teachers with nights of their own.

`look` reads the rows anew after each act, and `broken` says in words which promise they do not keep: it reckons by
itself, in minutes of fixed offsets, and asks none of the rules under test.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import combinations
from typing import Any

from sqlalchemy import Table, delete, insert, select, update

from shnor_domain.consultations.absences.notices import MEETING_MOVED, MOVED_AWAY, SUBSTITUTE
from shnor_domain.consultations.notices import SESSION_CANCELLED
from shnor_domain.consultations.waitlist.notices import OFFER, OFFER_GONE, QUEUE_OVER
from shnor_domain.identity import Actor
from shnor_domain.storage.engine import Database
from shnor_domain.storage.schema.absences import absence, session_moved, substitution, substitution_meeting
from shnor_domain.storage.schema.consultations import booking, busy, session, slot, slot_window
from shnor_domain.storage.schema.notifications import notification
from shnor_domain.storage.schema.people import account, person, preferences
from shnor_domain.storage.schema.places import place
from shnor_domain.storage.schema.queues import queue_pulse
from shnor_domain.storage.schema.waitlist import held_seat, queue_look, seat_offer, waiting
from tests.support.consultations import methodist, teacher

HOST, OTHER_HOST = methodist(1), methodist(2)
TEACHERS = range(10, 18)
SUBSTITUTES = (3, 4)
EMPTIED = (
    substitution_meeting, substitution, absence, session_moved, slot_window, seat_offer, held_seat, waiting, queue_look,
    queue_pulse, booking, busy, session, notification,
)  # fmt: skip
TOLD = (SESSION_CANCELLED, QUEUE_OVER, OFFER_GONE)
OF_BOOKINGS = (SUBSTITUTE, MEETING_MOVED, MOVED_AWAY)


@dataclass(frozen=True, slots=True)
class Sleeper:
    """Quiet from minute to minute of her day, at so many hours east of Greenwich."""

    offset: int
    begins: int
    ends: int

    def asleep(self, now: datetime) -> bool:
        """In her quiet hours, or with under ten minutes left before them."""
        if self.begins == self.ends:
            return False
        local = now + timedelta(hours=self.offset)
        minute = local.hour * 60 + local.minute + local.second / 60
        night = (minute - self.begins) % 1440 < (self.ends - self.begins) % 1440
        return night or (self.begins - minute) % 1440 < 10

    def evening(self, now: datetime) -> datetime:
        """When her quiet hours begin next."""
        local = now + timedelta(hours=self.offset)
        minute = local.hour * 60 + local.minute + local.second / 60
        return now + timedelta(minutes=(self.begins - minute) % 1440 or 1440)


USUAL = Sleeper(9, 21 * 60, 8 * 60)
SLEEPERS = {number: USUAL for number in TEACHERS} | {
    12: Sleeper(3, 21 * 60, 8 * 60),
    13: Sleeper(9, 0, 0),
    14: Sleeper(9, 22 * 60, 6 * 60),
}
ZONES = {3: "Europe/Moscow", 9: "Asia/Yakutsk"}


async def settle(database: Database) -> None:
    """Give the teachers accounts, zones and nights, and colleagues of the hosts their places."""
    since = date(2026, 9, 1)
    usual = {"role": "methodist", "region_id": 1, "starts": since, "verified": True, "deputy": False}
    async with database.write() as connection:
        await connection.execute(insert(place), [usual | {"person_id": number} for number in (1, 2, *SUBSTITUTES)])
        for number, sleeper in SLEEPERS.items():
            zone = ZONES[sleeper.offset]
            await connection.execute(update(person).where(person.c.id == number).values(zone=zone))
            since = datetime(2026, 9, 1).astimezone()
            await connection.execute(insert(account).values(chat=number, person_id=number, active=True, since=since))
            await connection.execute(
                insert(preferences).values(
                    person_id=number,
                    quiet_from=sleeper.begins,
                    quiet_to=sleeper.ends,
                    save_traffic=False,
                    notices="all",
                )
            )


async def empty(database: Database) -> None:
    """A new world: nobody is booked, everybody can be reached."""
    async with database.write() as connection:
        for table in EMPTIED:
            await connection.execute(delete(table))
        await connection.execute(update(account).values(unreachable_since=None, unreachable_reason=None))
        await connection.execute(update(slot).where(slot.c.weekday == 2, slot.c.host_id == 1).values(capacity=2))


Rows = Sequence[tuple[Table, list[dict[str, Any]]]]
"""What a world consists of, whatever is pointed at before what points at it."""


async def kept(database: Database) -> Rows:
    """The world as it is now."""
    async with database.read() as connection:
        found = [(table, (await connection.execute(select(table))).mappings().all()) for table in reversed(EMPTIED)]
    return [(table, [dict(row) for row in rows]) for table, rows in found if rows]


async def put_back(database: Database, rows: Rows) -> None:
    """Into an empty world."""
    async with database.write() as connection:
        for table, values in rows:
            await connection.execute(insert(table), values)


async def offers_arrive(database: Database) -> None:
    """The messenger is there: what was offered is read."""
    async with database.write() as connection:
        waits = (notification.c.kind == OFFER) & (notification.c.state == "planned")
        await connection.execute(update(notification).where(waits).values(state="sent"))


def who(number: int) -> Actor:
    """A teacher of the walk."""
    return teacher(number)


@dataclass(frozen=True, slots=True)
class Facts:
    """All rows that matter, by id."""

    now: datetime
    sessions: dict[int, Any]
    bookings: dict[int, Any]
    waits: dict[int, Any]
    seats: dict[int, Any]
    offers: dict[int, Any]
    told: Counter[tuple[str, str]]
    words: Counter[tuple[str, int]]
    """How many rows of a kind of `OF_BOOKINGS` there are about a booking."""
    owners: dict[int, int]
    """Whose times a slot is of."""
    asks: dict[int, Any]
    blocked: frozenset[int]

    def queue(self, session_id: int) -> list[Any]:
        return [row for row in self.waits.values() if row.session_id == session_id and row.state == "waiting"]

    def open_offers(self, session_id: int | None = None) -> list[Any]:
        return [
            row
            for row in self.offers.values()
            if row.state == "open" and session_id in (None, self.waits[row.waiting_id].session_id)
        ]

    def live(self) -> list[Any]:
        return [row for row in self.bookings.values() if row.state == "booked"]

    def hindered(self, number: int, session_id: int) -> bool:
        """Booked at that time, or open with this host on this subject."""
        there = self.sessions[session_id]
        for row in self.live():
            here = self.sessions[row.session_id]
            if row.visitor_id != number or here.ends <= self.now:
                continue
            owners = self.owners[here.slot_id], self.owners[there.slot_id]
            if owners[0] == owners[1] and here.subject == there.subject:
                return True
            if here.starts < there.ends and there.starts < here.ends:
                return True
        return False


async def look(database: Database, now: datetime) -> Facts:
    async with database.read() as connection:

        async def rows(table: Any) -> dict[int, Any]:
            return {row.id: row for row in await connection.execute(select(table).order_by(table.c.id))}

        said = select(notification.c.kind, notification.c.key, notification.c.payload)
        notices = (await connection.execute(said.where(notification.c.kind.in_(TOLD + OF_BOOKINGS)))).all()
        words = [(str(row.kind), int(row.payload["booking"])) for row in notices if row.kind in OF_BOOKINGS]
        owners = {row.id: row.host_id for row in await connection.execute(select(slot.c.id, slot.c.host_id))}
        lost = select(account.c.person_id).where(account.c.unreachable_reason.is_not(None))
        return Facts(
            now,
            await rows(session),
            await rows(booking),
            await rows(waiting),
            await rows(held_seat),
            await rows(seat_offer),
            Counter((str(row.kind), str(row.key)) for row in notices if row.kind in TOLD),
            Counter(words),
            owners,
            await rows(substitution),
            frozenset((await connection.execute(lost)).scalars()),
        )


def broken(before: Facts | None, facts: Facts) -> Iterator[str]:
    """Every promise that the rows do not keep; the first word is its name."""
    yield from _gone(facts)
    yield from _told(facts)
    yield from _one(facts)
    yield from _seats(facts)
    yield from _overlap(facts)
    yield from _start(facts)
    fresh = [row for row in facts.offers.values() if before is None or row.id not in before.offers]
    for offer in fresh:
        yield from _accept(facts, offer)
        yield from _night(facts, offer)
        yield from _order(before, facts, offer)


def _gone(facts: Facts) -> Iterator[str]:
    for row in facts.live():
        if facts.sessions[row.session_id].state != "open":
            yield f"gone: booking {row.id} is live in a meeting that was called off"


def _one(facts: Facts) -> Iterator[str]:
    kept = Counter(row.reserved_id for row in facts.seats.values() if row.state == "held" and row.reserved_id)
    for number, times in kept.items():
        if times > 1 and facts.waits[number].state == "waiting":
            yield f"one: {times} seats wait for the morning of queue place {number}"


def _accept(facts: Facts, offer: Any) -> Iterator[str]:
    wait = facts.waits[offer.waiting_id]
    if offer.state == "open" and facts.hindered(wait.person_id, wait.session_id):
        yield f"accept: person {wait.person_id} was offered a seat that she cannot take"


def _seats(facts: Facts) -> Iterator[str]:
    for number, row in facts.sessions.items():
        taken = sum(each.heads for each in facts.live() if each.session_id == number)
        held = sum(each.state == "held" for each in facts.seats.values() if each.session_id == number)
        if row.state == "open" and (row.taken != taken or row.held != held):
            yield f"seats: {row.taken} taken and {row.held} held are counted, {taken} and {held} are there"
        if taken + held > row.capacity or (row.state != "open" and taken + held):
            yield f"seats: {taken} + {held} of {row.capacity}"


def _overlap(facts: Facts) -> Iterator[str]:
    places = [(row.visitor_id, row.session_id) for row in facts.live()]
    places += [(facts.sessions[number].host_id, number) for number in {number for _, number in places}]
    for (one, here), (other, there) in combinations(places, 2):
        first, second = facts.sessions[here], facts.sessions[there]
        if one == other and first.starts < second.ends and second.starts < first.ends:
            yield f"overlap: person {one} is in sessions {here} and {there}"


def _start(facts: Facts) -> Iterator[str]:
    for offer in facts.open_offers():
        starts = facts.sessions[facts.waits[offer.waiting_id].session_id].starts
        if facts.now >= starts:
            yield f"start: offer {offer.id} is open after the start"


def _told(facts: Facts) -> Iterator[str]:
    for row in facts.waits.values():
        off = facts.sessions[row.session_id].state != "open"
        if off and row.state == "waiting":
            yield f"told: {row.id} waits for what was called off"
        times = facts.told[QUEUE_OVER, f"{QUEUE_OVER}:{row.id}"]
        if times != (row.state in ("cancelled", "lost")):
            yield f"told: the end of queue place {row.id} was told {times} times"
    for row in facts.bookings.values():
        # who is elsewhere where a meeting has gone is told in words of its own
        times = facts.told[SESSION_CANCELLED, f"{SESSION_CANCELLED}:{row.id}"] + facts.words[MOVED_AWAY, row.id]
        if times != (row.state == "session_cancelled"):
            yield f"told: the end of booking {row.id} was told {times} times"


def _night(facts: Facts, offer: Any) -> Iterator[str]:
    wait = facts.waits[offer.waiting_id]
    sleeper, starts = SLEEPERS[wait.person_id], facts.sessions[wait.session_id].starts
    if sleeper.asleep(offer.made):
        yield f"night: person {wait.person_id} was offered a seat at {offer.made}"
    ends = [offer.made + timedelta(minutes=60), starts - timedelta(minutes=30)]
    if sleeper.begins != sleeper.ends:
        ends.append(sleeper.evening(offer.made))
    if offer.until != min(ends).replace(microsecond=0):
        yield f"until: offer {offer.id} is held until {offer.until}, not {min(ends)}"


def _order(before: Facts | None, facts: Facts, offer: Any) -> Iterator[str]:
    wait = facts.waits[offer.waiting_id]
    seat, starts = facts.seats[offer.seat_id], facts.sessions[wait.session_id].starts
    reserved = None if before is None or seat.id not in before.seats else before.seats[seat.id].reserved_id
    for other in facts.queue(wait.session_id):
        if other.id >= wait.id:
            break
        hers = [row for row in facts.offers.values() if row.waiting_id == other.id and row.state != "void"]
        asked = any(
            row.state == "open"
            or row.seat_id == seat.id
            or (row.state in ("declined", "lapsed") and row.ended >= seat.freed)
            for row in hers
        )
        asleep = SLEEPERS[other.person_id].asleep(offer.made)
        passed = asleep and starts - offer.made < timedelta(hours=24) and reserved != other.id
        passed |= any(row.reserved_id == other.id and row.id != seat.id for row in facts.seats.values())
        if not (
            asked or passed or other.person_id in facts.blocked or facts.hindered(other.person_id, wait.session_id)
        ):
            yield f"order: {wait.person_id} was asked before {other.person_id}"
