"""A seeded walk through a world of queues: what is done is chosen by chance, most often what was done least so far."""

from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any, TypeVar

from shnor_domain.consultations.absences.model import SubstitutionId
from shnor_domain.consultations.absences.notices import MEETING_MOVED, MOVED_AWAY, SUBSTITUTE
from shnor_domain.consultations.absences.use_cases.answer import AnswerAsk
from shnor_domain.consultations.absences.use_cases.decide import TakeAskBack
from shnor_domain.consultations.absences.use_cases.declare import DeclareAbsence
from shnor_domain.consultations.absences.use_cases.move_meeting import MoveMeeting
from shnor_domain.consultations.changing import Changes
from shnor_domain.consultations.model import BookingId, SessionKey, SlotId
from shnor_domain.consultations.use_cases.calling_off import CancelSession
from shnor_domain.consultations.use_cases.cancel import CancelBooking
from shnor_domain.consultations.use_cases.change_slot import ChangeSlot
from shnor_domain.consultations.use_cases.move import MoveBooking
from shnor_domain.consultations.use_cases.publish import PublishSlot
from shnor_domain.consultations.waitlist.notices import OFFER_GONE
from shnor_domain.consultations.waitlist.use_cases.answer import DeclineOffer, TakeOfferedSeat
from shnor_domain.consultations.waitlist.use_cases.clock import TendQueues
from shnor_domain.consultations.waitlist.use_cases.queue import JoinQueue, LeaveQueue
from shnor_domain.errors import DomainError
from shnor_domain.identity import PersonId
from shnor_domain.messaging import ChatId
from shnor_domain.seats.model import OfferId, WaitingId
from shnor_domain.seats.rules import OFFER_WINDOW
from tests.support.consultations import BIOLOGY, CHEMISTRY, FixedClock, Republic, methodist, terms
from tests.support.queue_world import (
    HOST,
    OTHER_HOST,
    SLEEPERS,
    SUBSTITUTES,
    TEACHERS,
    Facts,
    Rows,
    broken,
    empty,
    kept,
    look,
    offers_arrive,
    put_back,
    who,
)

ACTS = (
    "book", "cancel", "join", "leave", "offer", "accept in time", "accept late", "decline", "expire", "lower capacity",
    "raise capacity", "cancel the meeting with an offer open", "move", "substitute", "quiet hours begin",
    "bot down 70 min", "person blocks the bot",
)  # fmt: skip
WITH_OFFER = (
    "accept in time", "decline", "quiet hours begin", "bot down 70 min", "expire", "person blocks the bot",
    "cancel the meeting with an offer open",
)  # fmt: skip
FREEING = ("cancel", "move", "lower capacity", "join", "accept late")
DAY = date(2026, 12, 9)
STARTS = datetime(2026, 12, 9, 6, 0, tzinfo=UTC)
"""A Wednesday, 15:00 in Yakutsk."""
BEGINNINGS = 16
LEADS = (50, 44, 42, 20, 19, 8, 4, 2)
"""So many hours before the start a world begins."""
T = TypeVar("T")


class Broken(AssertionError):
    """A promise was not kept; the words begin with its name."""


@dataclass
class Walk:
    """Worlds one after the other on `land`; `fired` counts what has happened in all of them."""

    land: Republic
    random: Random
    fired: Counter[str] = field(default_factory=Counter)
    answers: Counter[str] = field(default_factory=Counter)
    tried: Counter[str] = field(default_factory=Counter)
    unjudged: frozenset[str] = frozenset()
    """Promises that nobody looks at."""
    beginnings: dict[int, tuple[list[int], Rows]] = field(default_factory=dict)
    laid: list[SessionKey] = field(default_factory=list)
    slots: list[SessionKey] = field(default_factory=list)
    """The meetings of this world, by where they are now; `laid` where each begins."""

    async def world(self, steps: int) -> None:
        """One world from its beginning to the end of its meetings; raises `Broken`."""
        lead = timedelta(hours=self.random.choice(LEADS), minutes=self.random.choice((0, 7, 31)))
        self.land.clock = FixedClock(STARTS - timedelta(hours=60))
        self.real = FixedClock(self.land.clock.at)
        self.facts: Facts | None = None
        units, clock = self.land.units, self.land.clock
        self.tend = TendQueues(units.read, units.write, clock, self.real, OFFER_WINDOW)
        # the laying of a world is no act of the walk
        crowd = await self._lay(self.random.randrange(BEGINNINGS))
        await self.pass_to(STARTS - lead)
        live = [row for row in (await self._looked()).live() if row.visitor_id in crowd[:2]]
        cancel = CancelBooking(self.land.units.write, self.land.clock)
        await cancel(who(live[0].visitor_id), BookingId(live[0].id), None)
        await self.tick()
        for _ in range(steps):
            await self.step()
            if all(row.state != "open" for row in (await self._known()).sessions.values()):
                break
        if self.random.random() < 0.4:
            await self._finish()

    async def _lay(self, number: int) -> list[int]:
        """Two are booked and four wait in one of so many worlds, each laid once and put back later; gives those six."""
        await empty(self.land.database)
        if not self.laid:
            self.laid = [
                await self._publish(HOST, capacity=2, weekday=2),
                await self._publish(OTHER_HOST, capacity=1, weekday=2, starts=time(15, 15), subject=BIOLOGY),
                await self._publish(HOST, capacity=8, weekday=3),
            ]
        self.slots = list(self.laid)
        if number in self.beginnings:
            crowd, rows = self.beginnings[number]
            await put_back(self.land.database, rows)
            return crowd
        crowd = self.random.sample(list(TEACHERS), 6)
        for visitor in crowd[:2]:
            await self._book(visitor, self.slots[0])()
        if self.random.random() < 0.4:
            # the first of the queue could not accept: she is passed over while she is elsewhere at that hour
            await self._book(crowd[2], self.slots[1])()
        for visitor in crowd[2:6]:
            await self._join(visitor, self.slots[0])()
        self.beginnings[number] = crowd, await kept(self.land.database)
        return crowd

    async def _publish(self, host: Any, **changes: object) -> SessionKey:
        card = await PublishSlot(self.land.units.write, self.land.clock)(host, terms(notice=720, **changes))
        promised = card.slot.terms
        days = (promised.weekday - 2) % 7
        starts = datetime.combine(DAY + timedelta(days=days), promised.starts) - timedelta(hours=9)
        return SessionKey(card.slot.id, starts.replace(tzinfo=UTC))

    @property
    def now(self) -> datetime:
        return self.land.clock.now()

    async def step(self) -> None:
        """One act by chance of those that can be done, the seldom ones first; then a second of the clock."""
        facts = await self._known()
        found = {name: act for name in ACTS if (act := self._act(name, facts)) is not None}
        if not found:
            return
        wanted = [name for name in (WITH_OFFER if facts.open_offers() else FREEING) if name in found]
        some = wanted if wanted and self.random.random() < 0.7 else sorted(found)
        name = min(some, key=lambda each: self._done(each) + self.random.random() * 9)
        self.tried[name] += 1
        await self._try(name, found[name])

    def _done(self, name: str) -> float:
        """What is often refused is tried more often."""
        return min(self.fired[name], self.tried[name]) + self.tried[name] / 3

    async def _try(self, name: str, act: Callable[[], Awaitable[object]]) -> None:
        try:
            done = await act()
        except DomainError as refusal:
            self.answers[f"{name}: {refusal.code}"] += 1
        else:
            if done is not False:
                self.fired[name] += 1
                self.answers[f"{name}: done"] += 1
        await self.tick()

    async def tick(self) -> None:
        self.real.pass_by(seconds=1)
        await self.tend()
        before = set() if self.facts is None else set(self.facts.offers)
        if not before.issuperset((await self._looked()).offers):
            await offers_arrive(self.land.database)

    async def pass_to(self, instant: datetime) -> None:
        """Time goes by with the bot at work: whatever is due on the way is visited."""
        while True:
            async with self.land.units.read() as work:
                due = await work.queue_clock.next_look()
            if due is None or due > instant:
                break
            self.land.clock.at = max(self.now, due) if due > self.now else self.now + timedelta(seconds=2)
            await self.tick()
        self.land.clock.at = max(self.now, instant)
        await self.tick()

    async def _known(self) -> Facts:
        return self.facts or await self._looked()

    async def _looked(self) -> Facts:
        before, facts = self.facts, await look(self.land.database, self.now)
        for words in broken(before, facts):
            if words.split(":")[0] not in self.unjudged:
                raise Broken(words)
        for number, offer in facts.offers.items():
            was = None if before is None or number not in before.offers else before.offers[number].state
            if was is None:
                self.fired["offer"] += 1
            if offer.state == "lapsed" and was != "lapsed":
                self.fired["expire"] += 1
        self.facts = facts
        return facts

    async def _finish(self) -> None:
        await self.pass_to(STARTS + timedelta(minutes=20))
        facts = await self._looked()
        if any(
            row.state == "held" and facts.sessions[row.session_id].starts <= self.now for row in facts.seats.values()
        ):
            raise Broken("seats: a seat is held after the start")

    # what may be done

    def _act(self, name: str, facts: Facts) -> Callable[[], Awaitable[object]] | None:
        one, ahead = self.random.choice(TEACHERS), self.now < STARTS
        sensible = self._sensible(facts)
        key = self.slots[0] if self.slots[0] in sensible and self.random.random() < 0.6 else self._one(sensible)
        open_ones = [row for row in facts.open_offers() if facts.sessions[self._session(facts, row)].starts > self.now]
        live = [row for row in facts.live() if facts.sessions[row.session_id].starts > self.now]
        queue = [row for row in facts.waits.values() if row.state == "waiting"]
        match name:
            case "book" if ahead:
                # mostly somebody without a seat, anywhere; refused she is often enough
                seated = {row.visitor_id for row in live}
                idle = [number for number in TEACHERS if number not in seated] or list(TEACHERS)
                return self._book(self._one(idle), self._one(self._sensible(facts, room=True)))
            case "cancel" if live:
                seat = self._one(live)
                cancel = CancelBooking(self.land.units.write, self.land.clock)
                return lambda: cancel(who(seat.visitor_id), BookingId(seat.id), None)
            case "join" if ahead:
                full = [
                    SessionKey(SlotId(row.slot_id), row.starts)
                    for row in facts.sessions.values()
                    if row.state == "open" and row.taken + row.held >= row.capacity
                ]
                return self._join(one, self._one(full or [key])) if full or self.random.random() < 0.1 else None
            case "leave" if len(queue) > 1:
                place = self._one(queue)
                leave = LeaveQueue(self.land.units.write, self.land.clock)
                return lambda: leave(who(place.person_id), WaitingId(place.id))
            case "accept in time" if open_ones:
                return self._take(facts, self._one(open_ones))
            case "decline" if open_ones:
                return self._decline(facts, self._one(open_ones))
            case "accept late":
                states = [facts.waits[row.waiting_id].state for row in facts.offers.values()]
                gone = [
                    row
                    for row, state in zip(facts.offers.values(), states, strict=True)
                    if row.state in ("lapsed", "declined") and state != "booked"
                ]
                return self._late(facts, self._one(gone)) if gone else None
            case "expire" if open_ones:
                until = self._one(open_ones).until
                return lambda: self._expire(until)
            case "lower capacity" | "raise capacity" if ahead:
                return self._resize(facts, -1 if name == "lower capacity" else 1)
            case "cancel the meeting with an offer open" if open_ones:
                return self._call_off(facts)
            case "move" if live:
                led = self.random.random() < 0.5 and self._move_meeting(facts)
                hers = [row for row in live if facts.owners[facts.sessions[row.session_id].slot_id] == 1]
                return led or self._move(facts, self._one(hers or live))
            case "substitute":
                return self._substitute(facts) if facts.sessions and ahead else None
            case "quiet hours begin" if open_ones or any(row.state == "held" for row in facts.seats.values()):
                evening = SLEEPERS[10].evening(self.now)
                return (lambda: self._expire(evening)) if evening < STARTS else None
            case "bot down 70 min" if open_ones:
                return self._down
            case "person blocks the bot" if queue:
                return self._block(self._one(queue).person_id)
        return None

    def _one(self, rows: Sequence[T]) -> T:
        return self.random.choice(rows)

    def _sensible(self, facts: Facts, *, room: bool = False) -> list[SessionKey]:
        """Meetings that take place, those with `room` where it is asked for; now and then any: refusals change nothing
        either."""
        if self.random.random() < 0.15:
            return self.slots
        known = {(row.slot_id, row.starts): row for row in facts.sessions.values()}
        rows = [(key, known.get((key.slot, key.starts))) for key in self.slots]
        found = [
            key
            for key, row in rows
            if row is None or (row.state == "open" and (not room or row.taken + row.held < row.capacity))
        ]
        return found or self.slots

    def _session(self, facts: Facts, offer: Any) -> int:
        return int(facts.waits[offer.waiting_id].session_id)

    def _book(self, number: int, key: SessionKey) -> Callable[[], Awaitable[object]]:
        return lambda: self.land.book(who(number), key, "тема")

    def _join(self, number: int, key: SessionKey) -> Callable[[], Awaitable[object]]:
        return lambda: JoinQueue(self.land.units.write, self.land.clock)(who(number), key, None)

    def _take(self, facts: Facts, offer: Any) -> Callable[[], Awaitable[object]]:
        visitor = facts.waits[offer.waiting_id].person_id
        return lambda: TakeOfferedSeat(self.land.units.write, self.land.clock)(who(visitor), OfferId(offer.id))

    def _decline(self, facts: Facts, offer: Any) -> Callable[[], Awaitable[object]]:
        visitor = facts.waits[offer.waiting_id].person_id
        return lambda: DeclineOffer(self.land.units.write, self.land.clock)(who(visitor), OfferId(offer.id))

    def _late(self, facts: Facts, offer: Any) -> Callable[[], Awaitable[object]]:
        take, row = self._take(facts, offer), facts.sessions[self._session(facts, offer)]
        visitor = facts.waits[offer.waiting_id].person_id
        hers = any(facts.waits[each.waiting_id].person_id == visitor for each in facts.open_offers(row.id))
        # the very seat that she let go by, held for nobody in particular (W5)
        seat = facts.seats[offer.seat_id]
        hers |= (
            seat.state == "held"
            and seat.reserved_id is None
            and all(each.seat_id != seat.id for each in facts.open_offers(row.id))
        )

        async def late() -> None:
            free = row.capacity - row.taken - row.held
            try:
                await take()
            except DomainError as refusal:
                self.answers[f"accept late: {refusal.code}"] += 1
            else:
                self.answers["accept late: booked"] += 1
                if self.now >= row.starts or not (free > 0 or hers):
                    raise Broken("start: a late tap took what was not free") from None

        return late

    async def _expire(self, until: datetime) -> None:
        await self.pass_to(until)

    def _resize(self, facts: Facts, by: int) -> Callable[[], Awaitable[object]] | None:
        slot = self.slots[0].slot
        row = next((row for row in facts.sessions.values() if row.slot_id == slot), None)
        seats = 2 if row is None else row.capacity
        booked = 0 if row is None else row.taken
        if not max(1, booked) <= seats + by <= 3:
            return None

        async def resize() -> None:
            were = [] if row is None else facts.open_offers(row.id)
            await ChangeSlot(self.land.units.write, self.land.clock)(HOST, slot, Changes(capacity=seats + by))
            after = await look(self.land.database, self.now)
            for offer in were:
                gone = after.offers[offer.id].state == "withdrawn"
                if after.told[OFFER_GONE, f"{OFFER_GONE}:{offer.id}"] != gone:
                    raise Broken(f"told: offer {offer.id} is gone, and who had it was not told once")

        return resize

    def _call_off(self, facts: Facts) -> Callable[[], Awaitable[object]]:
        row = facts.sessions[self._session(facts, facts.open_offers()[0])]
        host = HOST if row.slot_id in (self.slots[0].slot, self.slots[2].slot) else OTHER_HOST
        return lambda: CancelSession(self.land.units.write, self.land.clock)(
            host, SessionKey(SlotId(row.slot_id), row.starts)
        )

    def _move(self, facts: Facts, seat: Any) -> Callable[[], Awaitable[object]]:
        """To the other meeting of the same host."""
        row = facts.sessions[seat.session_id]
        here = SessionKey(SlotId(row.slot_id), row.starts)
        to = self.slots[2] if here == self.slots[0] else self.slots[0]
        move = MoveBooking(self.land.units.write, self.land.clock)
        return lambda: move(who(seat.visitor_id), BookingId(seat.id), to)

    def _substitute(self, facts: Facts) -> Callable[[], Awaitable[object]] | None:
        """The host says that she will be away and a colleague agrees; or she is back, and takes it back."""
        row = next((each for each in facts.sessions.values() if self._of_first(each)), None)
        if row is None or row.state != "open" or row.starts <= self.now:
            return None
        agreed = next((each for each in facts.asks.values() if each.state == "agreed"), None)
        ports = self.land.units.write, self.land.clock

        async def back() -> None:
            assert agreed is not None
            await TakeAskBack(*ports)(HOST, SubstitutionId(agreed.id))

        async def stand_in() -> bool:
            to, day = self.random.choice(SUBSTITUTES), DAY
            waits = next((each for each in facts.asks.values() if each.state == "asked"), None)
            if waits is None:
                await DeclareAbsence(*ports)(HOST, PersonId(1), day, day, {CHEMISTRY: PersonId(to)})
                asks = (await look(self.land.database, self.now)).asks.values()
                waits = next((each for each in asks if each.state == "asked"), None)
            if waits is None:
                return False
            await AnswerAsk(*ports)(methodist(waits.substitute_id), SubstitutionId(waits.id), True)
            return True

        return self._told_once(row.id, (SUBSTITUTE,), stand_in if agreed is None else back)

    def _of_first(self, row: Any) -> bool:
        return bool(row.slot_id == self.slots[0].slot)

    def _move_meeting(self, facts: Facts) -> Callable[[], Awaitable[object]] | None:
        """The host takes the meeting to another hour of its day, or back."""
        row = next((each for each in facts.sessions.values() if self._of_first(each)), None)
        if row is None or row.state != "open" or row.starts <= self.now or row.host_id != 1:
            return None
        to = STARTS + timedelta(hours=2) if row.starts == STARTS else STARTS
        wall = (to + timedelta(hours=9)).time()

        async def move() -> None:
            await MoveMeeting(self.land.units.write, self.land.clock)(HOST, self.slots[0], DAY, wall)
            self.slots[0] = SessionKey(self.slots[0].slot, to)
            self.fired["move by the host"] += 1

        return self._told_once(row.id, (MEETING_MOVED, MOVED_AWAY), move)

    def _told_once(
        self, session: int, kinds: Sequence[str], act: Callable[[], Awaitable[object]]
    ) -> Callable[[], Awaitable[object]]:
        """Each who was booked is told of it by one row more, of one of these kinds."""

        async def told() -> object:
            # two words of one second are one
            self.land.clock.pass_by(seconds=1)
            before = await self._known()
            done = await act()
            after = await look(self.land.database, self.now)
            for row in before.live() if done is not False else ():
                rows = sum(after.words[kind, row.id] - before.words[kind, row.id] for kind in kinds)
                if rows != (row.session_id == session):
                    raise Broken(f"once: booking {row.id} was told {rows} times")
            return done

        return told

    async def _down(self) -> None:
        went, facts = self.now, await self._known()
        lost = [row.id for row in facts.open_offers() if row.until - went > timedelta(seconds=150)]
        self.land.clock.pass_by(minutes=70)
        self.real.pass_by(minutes=70)
        await self.tend()
        after = await look(self.land.database, self.now)
        for number in lost:
            if after.offers[number].state not in ("void", "withdrawn"):
                raise Broken(f"outage: the window of offer {number} was not given again")

    def _block(self, number: int) -> Callable[[], Awaitable[object]]:
        async def block() -> None:
            async with self.land.units.write() as work:
                await work.reach.lost(ChatId(number), "blocked", self.now)
            await self._looked()
            await self.tick()
            async with self.land.units.write() as work:
                await work.reach.found(PersonId(number))

        return block
