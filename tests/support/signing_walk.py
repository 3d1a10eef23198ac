"""A seeded walk through sign-ups: two events with an hour in common, two schools, a queue, a quota; whatever is done,
the counts say what the rows say. What was done least so far is tried most."""

from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from random import Random

from shnor_domain.errors import DomainError
from shnor_domain.seminars.events.model import EventId
from shnor_domain.seminars.events.rules import Timing
from shnor_domain.seminars.events.use_cases.leading import CancelEvent, CancelLesson, MoveLesson
from shnor_domain.seminars.events.use_cases.making import ChangeEvent
from shnor_domain.seminars.signing.model import SignUp, SignUpState
from shnor_domain.seminars.signing.use_cases.answer import DeclineEventOffer, TakeEventOffer
from shnor_domain.seminars.signing.use_cases.cancelling import CancelSignUp
from shnor_domain.seminars.signing.use_cases.for_others import SignUpTeacher
from shnor_domain.seminars.signing.use_cases.keeping import ChangeKept, KeepSeats
from shnor_domain.seminars.signing.use_cases.queue import LeaveEventQueue
from tests.support.event_land import HOUR, OCTOBER_14, lesson
from tests.support.signing_land import SigningLand
from tests.support.village import whose

TEACHERS = ("a1", "a2", "a3", "b1", "b2", "b3")
LEADS = {"a": "lead", "b": "neighbour"}
SCHOOLS = {"a": "school", "b": "second_school"}
ACTS = (
    "sign up", "sign a teacher up", "keep", "change kept", "cancel", "give kept back", "join", "leave", "take",
    "decline", "time goes by", "move", "another capacity", "another quota", "call a lesson off",
)  # fmt: skip
Act = Callable[[], Awaitable[object]]


@dataclass
class SigningWalk:
    """`done` and `refused` count what has happened; `events` are those of the walk in hand."""

    hall: SigningLand
    random: Random
    done: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    events: tuple[EventId, ...] = ()

    async def world(self, steps: int, *, full: bool) -> None:
        """From two events, `full` ones for which some wait or empty ones, until both are called off."""
        self.hall.village.clock.at = OCTOBER_14 - timedelta(days=5)
        first = await self.hall.opened(lesson(), lesson(OCTOBER_14 + 4 * HOUR), capacity=2, quota=1)
        second = await self.hall.opened(lesson(OCTOBER_14 + 4.5 * HOUR), capacity=1, host="tutor")
        self.events = (first, second)
        for who, event in (("a1", first), ("b1", first), ("b2", second)) if full else ():
            await self.hall.signs_up(who, event)
        for who, event in (("a2", first), ("b3", first), ("a3", second)) if full else ():
            await self.hall.waits(who, event)
        for _ in range(steps):
            for name in sorted(ACTS, key=self._later):
                act = await self._act(name)
                if act is not None:
                    await self._try(name, act)
                    break
        for event, host in zip(self.events, ("host", "tutor"), strict=True):
            await self._try("call off", lambda event=event, host=host: self._off(event, host))  # type: ignore[misc]

    def _later(self, name: str) -> float:
        """What is done seldom comes first; answers to an offer, where there is one, mostly before all else."""
        answers = name in ("take", "decline") and self.random.random() < 0.6
        return min(self.done[name], 3) + self.random.random() * 3 - (6 if answers else 0)

    async def _try(self, name: str, act: Act) -> None:
        try:
            await act()
        except DomainError as refusal:
            self.refused[f"{name}: {refusal.code}"] += 1
        else:
            self.done[name] += 1
        await self.hall.tend()
        for event in self.events:
            await self.hall.balanced(event)
            await self._fair(event)

    async def _fair(self, event: EventId) -> None:
        """One offer a held seat and person, nobody waits who sits, the quota holds, an event that is off has nobody."""
        async with self.hall.village.units.read() as work:
            offers = [each for each in await work.event_offers.of_session(event) if each.state.value == "open"]
            held = {each.id for each in await work.event_offers.held(event)}
            waits = {each.person for each in await work.event_queue.of_session(event)}
            live = await work.event_signups.of_event(event, SignUpState.LIVE)
            taken, room = await work.event_schools.taken(event), (await work.event_seats.many([event]))[event]
        assert {each.seat for each in offers} <= held and len({each.person for each in offers}) == len(offers), "offers"
        assert {each.person for each in offers} <= waits, "offers of who waits no more"
        assert not waits & {each.person for each in live}, "who sits waits"
        assert room.quota is None or max(taken.values(), default=0) <= room.quota, "quota"
        assert room.open or not (live or waits or offers or held), "left in what is off"

    async def _act(self, name: str) -> Act | None:
        hall, event, who = self.hall, self.random.choice(self.events), self.random.choice(TEACHERS)
        found, letter = await hall.event(event), who[0]
        lead, school = hall[LEADS[letter]], hall.school(SCHOOLS[letter])
        host = hall["host" if event == self.events[0] else "tutor"]
        kept, seat = await hall.kept(event, SCHOOLS[letter]), await self._one(event)
        match name:
            case "sign up":
                return lambda: hall.signs_up(who, event)
            case "sign a teacher up":
                return lambda: hall.use(SignUpTeacher)(lead, event, whose(hall[who]), school)
            case "keep":
                heads = self.random.choice((1, 1, 2))
                return lambda: hall.use(KeepSeats)(lead, event, school, heads)
            case "change kept" if kept is not None:
                heads = self.random.choice((1, 2))
                return lambda: hall.use(ChangeKept)(lead, kept.id, kept.heads, heads)
            case "give kept back" if kept is not None:
                return lambda: hall.use(CancelSignUp)(lead, kept.id)
            case "cancel" if seat is not None:
                name_of = next(each for each in TEACHERS if whose(hall[each]) == seat.person)
                return lambda: hall.use(CancelSignUp)(hall[name_of], seat.id)
            case "join" if (await hall.room(event)).free <= 0:
                return lambda: hall.waits(who, event)
            case "leave" | "take" | "decline":
                return await self._of_queue(name, event)
            case "time goes by":
                return self._passes
            case "move":
                hours = self.random.choice((-1, 0, 1))
                first = found.open_lessons[0]
                to = Timing(OCTOBER_14 + timedelta(hours=hours + (4.5 if event == self.events[1] else 0)), 60)
                return lambda: hall.use(MoveLesson)(host, first.id, first.starts, to)
            case "another capacity":
                terms = replace(found.terms, capacity=self.random.choice((1, 2, 3)))
                return lambda: hall.use(ChangeEvent)(hall["methodist"], event, found.version, terms)
            case "another quota":
                terms = replace(found.terms, quota=self.random.choice((1, 2, None)))
                return lambda: hall.use(ChangeEvent)(hall["methodist"], event, found.version, terms)
            case "call a lesson off" if len(found.open_lessons) > 1:
                return lambda: hall.use(CancelLesson)(host, found.open_lessons[-1].id)
        return None

    async def _of_queue(self, name: str, event: EventId) -> Act | None:
        async with self.hall.village.units.read() as work:
            waits = await work.event_queue.of_session(event)
            offers = [each for each in await work.event_offers.of_session(event) if each.state.value == "open"]
        actors = {actor.person: actor for actor in self.hall.people.values()}
        if name == "leave" and waits:
            one = self.random.choice(waits)
            return lambda: self.hall.use(LeaveEventQueue)(actors[one.person], one.id)
        if name in ("take", "decline") and offers:
            offer = self.random.choice(offers)
            case = TakeEventOffer if name == "take" else DeclineEventOffer
            return lambda: self.hall.use(case)(actors[offer.person], offer.id)
        return None

    async def _one(self, event: EventId) -> SignUp | None:
        async with self.hall.village.units.read() as work:
            live = [each for each in await work.event_signups.of_event(event, SignUpState.LIVE) if each.person]
        return self.random.choice(live) if live else None

    async def _passes(self) -> None:
        self.hall.village.clock.forward(minutes=self.random.choice((10, 65, 200)))

    async def _off(self, event: EventId, host: str) -> None:
        await self.hall.use(CancelEvent)(self.hall[host], event)
