"""What people do with events, each act one method: today by the use cases of the running bot."""

from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, TypeVar

from shnor_domain.errors import DomainError
from shnor_domain.identity import Actor, PersonId, SchoolId
from shnor_domain.seminars.certificates.use_cases.taking import TakeCertificate
from shnor_domain.seminars.events.model import Event, EventId, LessonId, Terms
from shnor_domain.seminars.events.rules import Timing
from shnor_domain.seminars.events.use_cases.leading import CancelEvent, CancelLesson, MoveLesson
from shnor_domain.seminars.events.use_cases.making import AddEvent
from shnor_domain.seminars.model import Audience, Form, Kind, RequestId
from shnor_domain.seminars.presence.model import WhyNotHeld
from shnor_domain.seminars.presence.use_cases.checking_in import CheckIn, ShowCode
from shnor_domain.seminars.presence.use_cases.marking import MarkLesson, MarkLessonNotHeld
from shnor_domain.seminars.programme.model import VersionId
from shnor_domain.seminars.programme.use_cases.deciding import ApproveVersion, SubmitVersion, WithdrawVersion
from shnor_domain.seminars.programme.use_cases.publishing import PublishVersion
from shnor_domain.seminars.signing.model import SignUp, Sits
from shnor_domain.seminars.signing.use_cases.answer import DeclineEventOffer, TakeEventOffer
from shnor_domain.seminars.signing.use_cases.cancelling import CancelSignUp
from shnor_domain.seminars.signing.use_cases.for_others import SignUpTeacher
from shnor_domain.seminars.signing.use_cases.keeping import ChangeKept, KeepSeats
from shnor_domain.seminars.signing.use_cases.queue import JoinEventQueue, LeaveEventQueue
from shnor_domain.seminars.signing.use_cases.signing_up import SignUpForEvent
from tests.conversations.seminar_year.land import Settled
from tests.oracle.seminars import deeds

C = TypeVar("C")


@dataclass
class EventHands:
    """`events` has the bot's id of each event by its number in the story, `requests` those of requests."""

    settled: Settled
    requests: dict[int, RequestId]
    events: dict[int, EventId] = field(default_factory=dict)
    version: VersionId = field(default=VersionId(0))

    async def do(self, act: Any) -> None:
        """Raises what the bot refuses with."""
        await _ACTS[type(act)](self, act)

    async def drafted(self, act: deeds.Drafted) -> None:
        event = act.event
        terms = Terms(
            title=event.title,
            kind=Kind.WEBINAR,
            audience=Audience.TEACHERS,
            form=Form.ON_SITE if event.on_site else Form.ONLINE,
            capacity=event.capacity,
            host=await self.person(event.host),
            project_schools_only=event.project,
            quota=event.quota,
        )
        timings = [Timing(each.starts, each.minutes) for each in event.lessons]
        requests = [self.requests[number] for number in event.requests]
        add = await self._the(AddEvent)
        card = await add(await self._who(act), self.settled.cycle.id, terms, timings, requests)
        self.events[event.number] = card.event.id

    async def submitted(self, act: deeds.Submitted) -> None:
        card = await (await self._the(SubmitVersion))(await self._who(act), self.settled.cycle.id)
        self.version = card.version.id

    async def taken_back(self, act: deeds.TakenBack) -> None:
        await (await self._the(WithdrawVersion))(await self._who(act), self.version)

    async def approved(self, act: deeds.Approved) -> None:
        await (await self._the(ApproveVersion))(await self._who(act), self.version)

    async def published(self, act: deeds.Published) -> None:
        await (await self._the(PublishVersion))(await self._who(act), self.version)

    async def lesson_moved(self, act: deeds.LessonMoved) -> None:
        event = await self.event(act.event)
        lesson = next(each for each in event.lessons if each.number == act.lesson)
        at = Timing(act.starts, lesson.minutes)
        move = await self._the(MoveLesson)
        await move(await self._who(act), lesson.id, lesson.starts, at, crossing=act.crossing)

    async def lesson_off(self, act: deeds.LessonOff) -> None:
        await (await self._the(CancelLesson))(await self._who(act), await self._lesson(act))

    async def event_off(self, act: deeds.EventOff) -> None:
        await (await self._the(CancelEvent))(await self._who(act), self.events[act.event])

    async def signed_up(self, act: deeds.SignedUp) -> None:
        await (await self._the(SignUpForEvent))(await self._who(act), self.events[act.event], self._school(act))

    async def signed_up_for(self, act: deeds.SignedUpFor) -> None:
        teacher = await self.person(act.teacher)
        sign_up = await self._the(SignUpTeacher)
        await sign_up(await self._who(act), self.events[act.event], teacher, self._school(act))

    async def kept(self, act: deeds.Kept) -> None:
        keep = await self._the(KeepSeats)
        await keep(await self._who(act), self.events[act.event], self._school(act), act.heads)

    async def kept_anew(self, act: deeds.KeptAnew) -> None:
        kept = await self._signup(act.event, None, act.school)
        await (await self._the(ChangeKept))(await self._who(act), kept.id, kept.heads, act.heads)

    async def cancelled(self, act: deeds.Cancelled) -> None:
        signup = await self._signup(act.event, act.person, act.school)
        await (await self._the(CancelSignUp))(await self._who(act), signup.id)

    async def joined(self, act: deeds.Joined) -> None:
        await (await self._the(JoinEventQueue))(await self._who(act), self.events[act.event], self._school(act))

    async def left_queue(self, act: deeds.LeftQueue) -> None:
        async with self.settled.talk.units.read() as work:
            waiting = await work.event_queue.live(self.events[act.event], await self.person(act.by))
        assert waiting is not None
        await (await self._the(LeaveEventQueue))(await self._who(act), waiting.id)

    async def answered(self, act: deeds.Answered) -> None:
        async with self.settled.talk.units.read() as work:
            offer = await work.event_offers.open_to(self.events[act.event], await self.person(act.by))
        assert offer is not None, "nothing is offered to her"
        if act.takes:
            await (await self._the(TakeEventOffer))(await self._who(act), offer.id)
        else:
            await (await self._the(DeclineEventOffer))(await self._who(act), offer.id)

    async def checked_in(self, act: deeds.CheckedIn) -> None:
        """At one place who leads has looked at the code before, within its time."""
        event, lesson = await self.event(act.event), await self._lesson(act)
        code = None
        if event.terms.form is Form.ON_SITE:
            code = await self._code(event, lesson)
            if not act.right:
                code = f"{(int(code) + 1) % 10_000:04}"
        await (await self._the(CheckIn))(await self._who(act), lesson, code)

    async def marked(self, act: deeds.Marked) -> None:
        came = None
        if act.came is not None:
            found = {name: await self._signup(act.event, name, "") for name, _ in act.came}
            came = {found[name].id: word for name, word in act.came}
        await (await self._the(MarkLesson))(await self._who(act), await self._lesson(act), came)

    async def not_held(self, act: deeds.NotHeld) -> None:
        not_held = await self._the(MarkLessonNotHeld)
        await not_held(await self._who(act), await self._lesson(act), WhyNotHeld.CONNECTION)

    async def certified(self, act: deeds.Certified) -> None:
        await (await self._the(TakeCertificate))(await self._who(act), self.events[act.event], act.by)

    async def event(self, number: int) -> Event:
        """As it is stored."""
        async with self.settled.talk.units.read() as work:
            found = await work.seminar_events.get(self.events[number])
        assert found is not None
        return found

    async def person(self, name: str) -> PersonId:
        """Her id."""
        return await self.settled.talk.person_id(self.settled.people[name])

    async def signups(self, number: int) -> list[SignUp]:
        """All of an event, as they were made."""
        async with self.settled.talk.units.read() as work:
            return list(await work.event_signups.of_event(self.events[number]))

    async def _signup(self, number: int, person: str | None, school: str) -> SignUp:
        """Her latest, or what a school keeps."""
        who = None if person is None else await self.person(person)
        kept = who is None
        hers = [
            each
            for each in await self.signups(number)
            if (each.sits is Sits.KEPT) == kept
            and (each.school == self.settled.schools[school] if kept else each.person == who)
        ]
        return hers[-1]

    async def _code(self, event: Event, lesson: LessonId) -> str:
        for person in self.settled.people.values():
            actor = await self.settled.talk.actor(person)
            if actor.person == event.terms.host:
                with suppress(DomainError):
                    return (await (await self._the(ShowCode))(actor, lesson)).code
        return "0000"

    async def _lesson(self, act: Any) -> LessonId:
        return next(each.id for each in (await self.event(act.event)).lessons if each.number == act.lesson)

    async def _the(self, case: type[C]) -> C:
        return await self.settled.talk.the(case)

    async def _who(self, act: Any) -> Actor:
        return await self.settled.talk.actor(self.settled.people[act.by])

    def _school(self, act: Any) -> SchoolId:
        return self.settled.schools[act.school]


_ACTS: Mapping[type, Callable[[EventHands, Any], Awaitable[None]]] = {
    deeds.Drafted: EventHands.drafted,
    deeds.Submitted: EventHands.submitted,
    deeds.TakenBack: EventHands.taken_back,
    deeds.Approved: EventHands.approved,
    deeds.Published: EventHands.published,
    deeds.LessonMoved: EventHands.lesson_moved,
    deeds.LessonOff: EventHands.lesson_off,
    deeds.EventOff: EventHands.event_off,
    deeds.SignedUp: EventHands.signed_up,
    deeds.SignedUpFor: EventHands.signed_up_for,
    deeds.Kept: EventHands.kept,
    deeds.KeptAnew: EventHands.kept_anew,
    deeds.Cancelled: EventHands.cancelled,
    deeds.Joined: EventHands.joined,
    deeds.LeftQueue: EventHands.left_queue,
    deeds.Answered: EventHands.answered,
    deeds.CheckedIn: EventHands.checked_in,
    deeds.Marked: EventHands.marked,
    deeds.NotHeld: EventHands.not_held,
    deeds.Certified: EventHands.certified,
}
