"""A village whose seminar is being drafted: schools that ask, who runs it, and people who may lead."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from shnor_domain.identity import PlaceId, Role
from shnor_domain.people.use_cases.ending import end_place
from shnor_domain.seminars.events.hours import take_hours
from shnor_domain.seminars.events.model import Event, EventId, EventState, Lesson, LessonId, Terms
from shnor_domain.seminars.events.own_data import on_place_ends
from shnor_domain.seminars.model import Audience, Form, Kind, RequestId
from shnor_domain.seminars.programme.model import At, Line, Version, VersionId, VersionState
from shnor_domain.seminars.requests.model import RequestState, Route
from tests.support.seminar_land import SeminarLand, seminar_land
from tests.support.village import Village, whose

OCTOBER_14 = datetime(2026, 10, 14, 6, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def terms(leader: Any, **changes: Any) -> Terms:
    """A webinar for teachers of 25 seats."""
    usual: dict[str, Any] = {
        "title": "Функциональная грамотность",
        "kind": Kind.WEBINAR,
        "audience": Audience.TEACHERS,
        "form": Form.ONLINE,
        "capacity": 25,
        "host": leader,
    }
    return Terms(**(usual | changes))


def lesson(starts: datetime = OCTOBER_14, minutes: int = 60, **changes: Any) -> Lesson:
    """One of a new event."""
    return Lesson(LessonId(0), EventId(0), 0, starts, starts + timedelta(minutes=minutes), **changes)


class EventLand(SeminarLand):
    """As the land of requests; the «host» is a methodist of the municipality, the «tutor» one of the region."""

    async def lays(
        self, *lessons: Lesson, host: str | None = "host", requests: tuple[RequestId, ...] = (), **more: Any
    ) -> EventId:
        """An event as it is stored, whoever made it; a draft unless `state` says more."""
        region = self.village.region.region
        assert region is not None
        event = Event(
            id=EventId(0),
            region=region,
            cycle=more.pop("cycle", self.cycle),
            zone="Asia/Yakutsk",
            route=Route.PLAN,
            state=more.pop("state", EventState.DRAFT),
            since=self.village.clock.now(),
            lessons=lessons or (lesson(),),
            requests=requests,
            terms=terms(None if host is None else whose(self[host]), **more),
        )
        async with self.village.units.write() as work:
            return await work.seminar_events.add(event)

    async def opens(self, event: EventId) -> None:
        """It is published: its host's hours are taken, its requests are planned."""
        found = await self.event(event)
        async with self.village.units.write() as work:
            await take_hours(work, found)
            assert await work.seminar_events.save(found, found.terms, EventState.OPEN, self.village.clock.now())
            for each in found.requests:
                request = await work.seminar_requests.get(each)
                assert request is not None
                await work.seminar_requests.save(replace(request, state=RequestState.PLANNED))

    async def shows(self, event: EventId) -> None:
        """A version was returned that had it."""
        found = await self.event(event)
        returned = Version(VersionId(0), self.cycle, VersionState.RETURNED, self.village.clock.now(), None)
        line = Line(
            event, "", Kind.WEBINAR, Form.ONLINE, Audience.TEACHERS,
            tuple(At(each.number, each.starts, each.ends) for each in found.lessons), None, 0, 0, Route.PLAN,
        )  # fmt: skip
        async with self.village.units.write() as work:
            await work.seminar_programmes.add(returned, [line])

    async def event(self, event: EventId) -> Event:
        async with self.village.units.read() as work:
            found = await work.seminar_events.get(event)
        assert found is not None
        return found

    async def places(self, who: str) -> list[PlaceId]:
        """Hers, by id."""
        async with self.village.units.read() as work:
            return sorted(each.place.id for each in await work.places.of(whose(self[who])))

    async def place_ends(self, who: str, place: PlaceId) -> None:
        """It ended yesterday, and events hear of it."""
        now = self.village.clock.now()
        async with self.village.units.write() as work:
            kept = await work.places.get(place)
            assert kept is not None
            await end_place(work, kept, now.date() - timedelta(days=1), now, (on_place_ends,))

    async def is_busy(self, who: str, starts: datetime = OCTOBER_14, hours: float = 1) -> bool:
        async with self.village.units.read() as work:
            return bool(await work.lesson_times.busy([whose(self[who])], starts, starts + hours * HOUR))


async def event_land(village: Village) -> EventLand:
    """People of the land of requests, with two who may lead."""
    land = await seminar_land(village)
    made = EventLand(village, land.people, land.cycle)
    made.people["host"] = await village.settled(Role.METHODIST, village.municipality)
    made.people["tutor"] = await village.settled(Role.TUTOR, village.region)
    return made
