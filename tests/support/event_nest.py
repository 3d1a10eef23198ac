"""Events of the nest: a draft, and one that is published and led by the host."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from shnor_domain.seminars.events.hours import take_hours
from shnor_domain.seminars.events.model import Event, EventId, EventState, LessonId, Terms
from shnor_domain.seminars.events.rules import Timing
from shnor_domain.seminars.programme.lines import line_of
from shnor_domain.seminars.programme.model import Version, VersionId, VersionState
from shnor_domain.seminars.requests.model import Route
from tests.support.event_land import lesson, terms
from tests.support.request_nest import asked, cycle_of
from tests.support.village import whose

LESSON = datetime(2026, 10, 21, 5, 0, tzinfo=UTC)
NEW_LESSON = Timing(LESSON + timedelta(hours=4), 60)


async def lay_events(nest: Any, secret: str) -> None:
    """`secret` stands in each title, link and venue; the draft answers the open request."""
    region, host = nest.village.region.region, whose(nest.near["host"])
    hidden: dict[str, Any] = {"link": f"https://meet.example/{secret}", "venue": f"{secret} кабинет"}
    now = nest.village.clock.now()
    async with nest.village.units.write() as work:
        for name, state in (
            ("draft", EventState.DRAFT),
            ("submitted", EventState.DRAFT),
            ("open", EventState.OPEN),
        ):
            event = Event(
                id=EventId(0),
                region=region,
                cycle=cycle_of(nest),
                terms=terms(
                    host,
                    title=f"{secret} событие {name}",
                    about=f"{secret} о чём",
                    municipality=nest.village.municipality.municipality,
                ),
                zone="Asia/Yakutsk",
                route=Route.PLAN,
                state=state,
                since=now,
                lessons=(lesson(LESSON, **hidden), lesson(LESSON + timedelta(days=7), **hidden)),
                requests=(asked(nest, "open"),) if name == "draft" else (),
            )
            nest.ids[f"event {name}"] = made = await work.seminar_events.add(event)
            stored = await work.seminar_events.get(made)
            assert stored is not None
            nest.ids[f"lesson {name}"] = stored.lessons[0].id
            waits = Version(VersionId(0), cycle_of(nest), VersionState.WAITING, now, host)
            if name == "submitted":
                nest.ids["version waits"] = await work.seminar_programmes.add(waits, [line_of(stored, ())])
            if state is EventState.OPEN:
                await take_hours(work, stored)
                holds = replace(waits, state=VersionState.PUBLISHED, number=1, published=now)
                nest.ids["version holds"] = await work.seminar_programmes.add(holds, [line_of(stored, ())])


def seminar_event(nest: Any, name: str = "draft") -> EventId:
    """By its state."""
    return EventId(nest.ids[f"event {name}"])


def seminar_version(nest: Any) -> VersionId:
    """The one that waits; its author is the host."""
    return VersionId(nest.ids["version waits"])


def seminar_lesson(nest: Any, name: str = "draft") -> LessonId:
    """The first of that event."""
    return LessonId(nest.ids[f"lesson {name}"])


def seminar_terms(title: str) -> Terms:
    """Of an event that nobody leads yet."""
    return terms(None, title=title)
