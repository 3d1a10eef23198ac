"""Who came says what an event was worth; who leads it reads an average (JP12)."""

from dataclasses import dataclass
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor
from shnor_domain.seminars.events.changing import seen
from shnor_domain.seminars.events.model import Event, EventId, EventState
from shnor_domain.seminars.rating.errors import NotThere
from shnor_domain.seminars.rating.model import Rating, Told
from shnor_domain.seminars.rating.ports import RatingWork
from shnor_domain.seminars.rating.rules import check_time, checked_score, clean_words, told, until
from shnor_domain.seminars.signing.model import SignUpId
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class MyRating:
    """An event of hers with her answer, None while she has given none; `until` when it may be changed, UTC."""

    event: Event
    rating: Rating | None
    until: datetime


@dataclass(frozen=True, slots=True)
class LookAtRating:
    """Who has, or had, a seat; for all others it is `NotFound`. Refused: `NotThere`, `EventNotOver`. After 14 days it
    may still be looked at."""

    read: Opens[RatingWork]
    clock: Clock

    async def __call__(self, actor: Actor, event_id: EventId) -> MyRating:
        """What stands there now."""
        async with self.read() as work:
            event, signup = await _there(work, actor, event_id)
            last = until(event)
            now = self.clock.now()
            check_time(event, now if last is None else min(now, last))
            assert last is not None
            return MyRating(event, await work.event_ratings.get(signup), last)


@dataclass(frozen=True, slots=True)
class MayRate:
    """As `LookAtRating`, for a card that offers it: nobody is refused."""

    read: Opens[RatingWork]
    clock: Clock

    async def __call__(self, actor: Actor, event_id: EventId) -> bool:
        """She was there, and it may be rated now."""
        if actor.person is None:
            return False
        now = self.clock.now()
        async with self.read() as work:
            event = await work.seminar_events.get(event_id)
            last = None if event is None else until(event)
            if event is None or last is None or not event.over(now) or now > last:
                return False
            return bool(await work.presence.attended(actor.person, event_id))


@dataclass(frozen=True, slots=True)
class RateEvent:
    """As `LookAtRating`, from the end of the last lesson for 14 days. Refused too: `RatingOver`,
    `Invalid("score", "range")`."""

    write: Opens[RatingWork]
    clock: Clock

    async def __call__(self, actor: Actor, event_id: EventId, score: int) -> MyRating:
        """1–5 in place of an earlier answer; the line written before stays."""
        checked_score(score)
        return await _put(self.write, self.clock, actor, event_id, score, None)


@dataclass(frozen=True, slots=True)
class WriteRating:
    """As `RateEvent`, for who has given a score. Refused: `Invalid("words", "long")`."""

    write: Opens[RatingWork]
    clock: Clock

    async def __call__(self, actor: Actor, event_id: EventId, words: str) -> MyRating:
        """One line in place of an earlier one; an empty one takes it away."""
        return await _put(self.write, self.clock, actor, event_id, None, clean_words(words) or "")


@dataclass(frozen=True, slots=True)
class RatingOfEvent:
    """Who leads the event, or runs the seminar; for others it is `NotFound`."""

    read: Opens[RatingWork]
    clock: Clock

    async def __call__(self, actor: Actor, event_id: EventId) -> Told | None:
        """None while answers may still change; from five answers on."""
        async with self.read() as work:
            event = await seen(work, actor, event_id)
            return told(event, await work.event_ratings.of_event(event_id), self.clock.now())


async def _put(
    write: Opens[RatingWork], clock: Clock, actor: Actor, event_id: EventId, score: int | None, words: str | None
) -> MyRating:
    operation = f"rating:{event_id}:{'score' if words is None else 'words'}"
    async with write() as work:
        event, signup = await _there(work, actor, event_id)
        if await work.applied.result(operation) is None:
            now = clock.now()
            check_time(event, now)
            before = await work.event_ratings.get(signup)
            if score is None and before is None:
                raise NotFound
            kept = None if before is None else before.words
            given = score if score is not None or before is None else before.score
            line = kept if words is None else words or None
            await work.event_ratings.put(Rating(signup, given or 0, line), now)
            await work.applied.save(operation, "given")
        last = until(event)
        assert last is not None
        return MyRating(event, await work.event_ratings.get(signup), last)


async def _there(work: RatingWork, actor: Actor, event_id: EventId) -> tuple[Event, SignUpId]:
    """The event, and the seat by which she was there: the last of hers."""
    event = await work.seminar_events.get(event_id)
    if actor.person is None or event is None or event.state is EventState.DRAFT:
        raise NotFound
    seats = [each for each in await work.event_signups.of_person(actor.person) if each.event == event_id]
    if not seats:
        raise NotFound
    if await work.presence.attended(actor.person, event_id):
        for each in reversed(seats):
            if any(said.came for said in (await work.presence.of_signup(each.id)).values()):
                return event, each.id
    raise NotThere
