"""The half-year of the permanent seminar that is running: what was asked for, its programme, who takes part, what is
over, and what waits for approval (programme.csv)."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.sample.hands import Hands
from bot.sample.lived.clock import LivedClock
from bot.sample.lived.days import SampleDays
from bot.sample.rows import rows
from shnor_domain.identity import Actor, SchoolId
from shnor_domain.people.model.days import local_day
from shnor_domain.seats.errors import SeatsAreFree, YouAreBusy
from shnor_domain.seats.times import STEP
from shnor_domain.seminars.access import regions_run
from shnor_domain.seminars.cycle.model import Cycle, Dates, Offer
from shnor_domain.seminars.cycle.use_cases.announcing import AnnounceCatalogue
from shnor_domain.seminars.cycle.use_cases.carrying import CarrySeminars
from shnor_domain.seminars.cycle.use_cases.catalogue import AddCatalogueTopic
from shnor_domain.seminars.cycle.use_cases.half_years import ShowPeriods
from shnor_domain.seminars.cycle.use_cases.planning import SetCycle
from shnor_domain.seminars.events.model import Event, Terms
from shnor_domain.seminars.events.rules import Timing
from shnor_domain.seminars.events.use_cases.leading import SetLessonLink
from shnor_domain.seminars.events.use_cases.making import AddEvent
from shnor_domain.seminars.model import Audience, Form, Kind, RequestId
from shnor_domain.seminars.presence.use_cases.marking import MarkLesson
from shnor_domain.seminars.programme.use_cases.carrying import CarryProgramme
from shnor_domain.seminars.programme.use_cases.deciding import ApproveVersion, SubmitVersion
from shnor_domain.seminars.programme.use_cases.publishing import PublishVersion
from shnor_domain.seminars.requests.model import Wanted
from shnor_domain.seminars.requests.use_cases.sending import SendSeminarRequest
from shnor_domain.seminars.requests.use_cases.supporting import SupportRequest
from shnor_domain.seminars.signing.model import SignUpState
from shnor_domain.seminars.signing.use_cases.keeping import KeepSeats
from shnor_domain.seminars.signing.use_cases.queue import JoinEventQueue
from shnor_domain.seminars.signing.use_cases.signing_up import SignUpForEvent
from shnor_domain.territories.periods import HalfYear

_RUNNER, _REGION, _HOST = 1004, 1001, 1011
_LEADS = (1007, 1027)
_HERS = {
    "reading": (1008, 1022, 1026),
    "now": (1008, 1009),
    "full": (1022, 1008),
    "open": (1009, 1023),
    "course": (1007,),
}
_WAIT = (1026, 1023)
_ZONE, _MORNING, _EVENING = "Asia/Yakutsk", 8, 20
_READING, _LATER = "Читательская грамотность на уроках химии и биологии", "later"
_BEGUN, _ASKED, _OUT, _SIGNED, _DRAFTED = (timedelta(days=days) for days in (24, 20, 13, 9, 1))
_AHEAD = timedelta(days=14)
"""What the half-year must have behind it and before it, so that all of this lies within."""


@dataclass(frozen=True, slots=True)
class SampleProgramme:
    """`now` is when the demo begins."""

    hands: Hands
    clock: LivedClock
    days: SampleDays

    async def lay(self) -> HalfYear | None:
        """The half-year in which it was laid; None where none runs that is long enough."""
        half = await self._running()
        if half is None:
            return None
        with self._ago(_BEGUN):
            cycle = await self._announced(half)
        with self._ago(_ASKED):
            requests = await self._asked(cycle)
        with self._ago(_OUT):
            events = await self._published(cycle, requests)
        with self._ago(_SIGNED):
            await self._signed(events)
        await self._held(events)
        with self._ago(_DRAFTED):
            await self._drafted(cycle)
        return half

    def _ago(self, before: timedelta) -> AbstractContextManager[None]:
        return self.clock.at(self.days.now - before)

    async def _running(self) -> HalfYear | None:
        runner = await self.hands.actor(_RUNNER)
        [region] = regions_run(runner)
        today = local_day(self.days.now, _ZONE)
        halves = (row.half for row in await (await self.hands.the(ShowPeriods))(runner, region))
        return next((each for each in halves if each.days.has(today - _BEGUN) and each.days.has(today + _AHEAD)), None)

    async def _announced(self, half: HalfYear) -> Cycle:
        runner, day = await self.hands.actor(_RUNNER), local_day(self.days.now, _ZONE)
        dates = Dates(*(day - before + timedelta(days=2) for before in (_BEGUN, _ASKED, _OUT)))
        cycle = await (await self.hands.the(SetCycle))(runner, half.id, dates, None)
        offer = Offer(_READING, Kind.WEBINAR, Form.ONLINE, Audience.TEACHERS, None, None, 90)
        await (await self.hands.the(AddCatalogueTopic))(runner, cycle.id, offer)
        return await (await self.hands.the(AnnounceCatalogue))(runner, cycle.id, cycle.version)

    async def _asked(self, cycle: Cycle) -> Mapping[str, RequestId]:
        """One topic of both schools, one of the first."""
        await (await self.hands.the(CarrySeminars))()
        first, second = [await self.hands.actor(chat) for chat in _LEADS]
        send = await self.hands.the(SendSeminarRequest)
        made = {}
        for name, topic, audience in (
            ("reading", _READING, Audience.TEACHERS),
            ("quality", "Внутришкольная система оценки качества", Audience.TEAMS),
        ):
            wanted = Wanted(topic, audience, Form.ONLINE)
            made[name] = (await send(first, cycle.id, _school(first), wanted, 6, None)).request.id
        await (await self.hands.the(SupportRequest))(second, made["reading"], _school(second), 12)
        return made

    async def _published(self, cycle: Cycle, requests: Mapping[str, RequestId]) -> Mapping[str, Event]:
        """Sent by who runs the seminar, approved by the coordinator of the region, published; its schools are told."""
        runner = await self.hands.actor(_RUNNER)
        made = {}
        for row in rows("lived/programme.csv"):
            if row["name"] != _LATER and (lessons := self._lessons(row)):
                made[row["name"]] = (await self._added(cycle, row, lessons, requests)).id
        version = (await (await self.hands.the(SubmitVersion))(runner, cycle.id)).version
        await (await self.hands.the(ApproveVersion))(await self.hands.actor(_REGION), version.id)
        await (await self.hands.the(PublishVersion))(runner, version.id)
        await (await self.hands.the(CarryProgramme))()
        async with self.hands.units.read() as work:
            found = {name: await work.seminar_events.get(event) for name, event in made.items()}
        return {name: event for name, event in found.items() if event is not None}

    async def _added(
        self, cycle: Cycle, row: Mapping[str, str], lessons: Sequence[Timing], requests: Mapping[str, RequestId]
    ) -> Event:
        host = await self.hands.actor(_HOST)
        terms = Terms(
            title=row["title"],
            kind=Kind(row["kind"]),
            audience=Audience(row["audience"]),
            form=Form(row["form"]),
            capacity=int(row["capacity"]),
            host=host.person,
            quota=int(row["quota"]) if row["quota"] else None,
            shown_to_all=bool(row["shown"]),
        )
        asked = [requests[row["requests"]]] if row["requests"] else []
        add = await self.hands.the(AddEvent)
        return (await add(await self.hands.actor(_RUNNER), cycle.id, terms, lessons, asked)).event

    def _lessons(self, row: Mapping[str, str]) -> list[Timing]:
        """None where it would begin in the night."""
        found = []
        for word in row["lessons"].split("|"):
            starts = self.days.at(word, _ZONE)
            starts += -(starts - datetime(1970, 1, 1, tzinfo=UTC)) % timedelta(minutes=STEP)
            if not _MORNING <= starts.astimezone(ZoneInfo(_ZONE)).hour < _EVENING:
                return []
            found.append(Timing(starts, int(row["minutes"])))
        return found

    async def _signed(self, events: Mapping[str, Event]) -> None:
        """Who takes part, seats that a school keeps, and two who wait."""
        sign_up, host = await self.hands.the(SignUpForEvent), await self.hands.actor(_HOST)
        for name, event in events.items():
            if event.terms.form is Form.ONLINE:
                for lesson in event.lessons:
                    link = f"https://meet.example.org/{name}"
                    await (await self.hands.the(SetLessonLink))(host, lesson.id, link, None)
            for chat in _HERS[name]:
                # somebody of the sample may be at a consultation then
                with suppress(YouAreBusy):
                    await sign_up(await self.hands.actor(chat), event.id)
        lead = await self.hands.actor(_LEADS[0])
        await (await self.hands.the(KeepSeats))(lead, events["open"].id, _school(lead), 2)
        for chat in _WAIT:
            with suppress(SeatsAreFree):
                await (await self.hands.the(JoinEventQueue))(await self.hands.actor(chat), events["full"].id)

    async def _held(self, events: Mapping[str, Event]) -> None:
        """What is over is marked by its host the same evening: all came but the last."""
        host = await self.hands.actor(_HOST)
        for event in events.values():
            for lesson in event.lessons:
                if lesson.ends < self.days.now:
                    async with self.hands.units.read() as work:
                        there = await work.event_signups.of_event(event.id, SignUpState.LIVE)
                    came = {each.id: each is not there[-1] or len(there) == 1 for each in there}
                    with self.clock.at(lesson.ends):
                        await (await self.hands.the(MarkLesson))(host, lesson.id, came)

    async def _drafted(self, cycle: Cycle) -> None:
        """One event more waits for approval."""
        row = next(row for row in rows("lived/programme.csv") if row["name"] == _LATER)
        await self._added(cycle, row, self._lessons(row), {})
        await (await self.hands.the(SubmitVersion))(await self.hands.actor(_RUNNER), cycle.id)


def _school(actor: Actor) -> SchoolId:
    found = next(place.territory.school for place in actor.places)
    assert found is not None, "who asks leads a school"
    return found
