"""What an event and its lessons may be like; pure."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum

from shnor_domain.errors import Invalid
from shnor_domain.identity import HOST_ROLES, MunicipalityId, PersonId, Role
from shnor_domain.letters import visible_letters
from shnor_domain.links import check_link
from shnor_domain.people.model.days import local_day
from shnor_domain.seminars.cycle.model import Cycle
from shnor_domain.seminars.events.model import MOST_LESSONS, MOST_SEATS, Event, EventState, Lesson, LessonId, Terms
from shnor_domain.seminars.model import TOPIC_LETTERS, Form
from shnor_domain.seminars.requests.model import RequestState, SeminarRequest

LEADING = HOST_ROLES | {Role.REGIONAL_COORDINATOR, Role.MUNICIPAL_COORDINATOR}
"""Whose places in the region let them lead."""
ABOUT, PLACE = 1000, 300
"""The longest description, and the longest link or venue, in characters."""
LEAST_MINUTES, MOST_MINUTES = 10, 480
_STEP = 5


class Lack(Enum):
    """What an event still needs before it can stand in a programme. Of a draft: `PAST` where a lesson lies behind,
    `OUTSIDE` where one lies on no day of the half-year, whose days were moved."""

    HOST = "host"
    LESSON = "lesson"
    PAST = "past"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Timing:
    """When a lesson is to be: its start, UTC, and its length."""

    starts: datetime
    minutes: int

    @property
    def ends(self) -> datetime:
        """Its end."""
        return self.starts + timedelta(minutes=self.minutes)


def lacks(event: Event, cycle: Cycle, now: datetime) -> tuple[Lack, ...]:
    """Of an event of `cycle`; nothing is lacking where it may be published."""
    found = []
    if event.terms.host is None:
        found.append(Lack.HOST)
    if not event.open_lessons:
        found.append(Lack.LESSON)
    elif event.state is EventState.DRAFT and event.open_lessons[0].starts <= now:
        found.append(Lack.PAST)
    if event.state is EventState.DRAFT and any(not in_half(each, cycle, event.zone) for each in event.open_lessons):
        found.append(Lack.OUTSIDE)
    return tuple(found)


def checked_terms(terms: Terms, municipalities: Collection[MunicipalityId], hosts: Collection[PersonId]) -> Terms:
    """One line of title, seats and quota in range, a form that is one, a host and a municipality of the region.

    Raises `Invalid("title" | "about" | "form" | "capacity" | "quota" | "host" | "municipality", …)`.
    """
    title = " ".join(visible_letters(terms.title).split())
    about = " ".join(visible_letters(terms.about or "").split()) or None
    if not title:
        raise Invalid("title", "empty")
    if len(title) > TOPIC_LETTERS:
        raise Invalid("title", "long", most=TOPIC_LETTERS)
    if about is not None and len(about) > ABOUT:
        raise Invalid("about", "long", most=ABOUT)
    if terms.form is Form.EITHER:
        raise Invalid("form", "unknown")
    if not 1 <= terms.capacity <= MOST_SEATS:
        raise Invalid("capacity", "range", most=MOST_SEATS)
    if terms.quota is not None and not 1 <= terms.quota <= terms.capacity:
        raise Invalid("quota", "range", most=terms.capacity)
    if terms.host is not None and terms.host not in hosts:
        raise Invalid("host", "unknown")
    if terms.municipality is not None and terms.municipality not in municipalities:
        raise Invalid("municipality", "unknown")
    return replace(terms, title=title, about=about)


def check_timing(at: Timing, now: datetime) -> None:
    """Ahead, in steps of five minutes, 10 minutes to 8 hours. Raises `Invalid("starts", "past" | "grid")`,
    `Invalid("minutes", "range")`."""
    if at.starts <= now:
        raise Invalid("starts", "past")
    if int(at.starts.timestamp()) % (_STEP * 60):
        raise Invalid("starts", "grid")
    if not LEAST_MINUTES <= at.minutes <= MOST_MINUTES or at.minutes % _STEP:
        raise Invalid("minutes", "range", least=LEAST_MINUTES, most=MOST_MINUTES)


def check_apart(at: Timing, others: Collection[Lesson]) -> None:
    """Lessons of one event share no minute, and are not without number. Raises `Invalid("starts", "lesson-overlap")`,
    `Invalid("lessons", "full")`."""
    if any(each.starts < at.ends and at.starts < each.ends for each in others):
        raise Invalid("starts", "lesson-overlap")
    if len(others) >= MOST_LESSONS:
        raise Invalid("lessons", "full", most=MOST_LESSONS)


def check_order(event: Event, lesson: LessonId, at: Timing) -> None:
    """Lessons of what is published keep their order: what is lesson 3 for those who come stays it. Raises
    `Invalid("starts", "lesson-order")`."""
    before = [each.id for each in event.open_lessons]
    times = {each.id: at.starts if each.id == lesson else each.starts for each in event.open_lessons}
    if sorted(before, key=lambda each: times[each]) != before:
        raise Invalid("starts", "lesson-order")


def in_half(at: Timing | Lesson, cycle: Cycle, zone: str) -> bool:
    """True when it begins on a day of the half-year, on the event's clock."""
    return cycle.half.days.has(local_day(at.starts, zone))


def checked_place(link: str | None, venue: str | None) -> tuple[str | None, str | None]:
    """An address that opens, or where it is in words; None where there is none yet. Raises `Invalid("link",
    "address" | "long")`, `Invalid("venue", "long")`."""
    link = (link or "").strip() or None
    venue = " ".join(visible_letters(venue or "").split()) or None
    if link is not None:
        check_link(link)
    if venue is not None and len(venue) > PLACE:
        raise Invalid("venue", "long", most=PLACE)
    return link, venue


def given_back(
    requests: Collection[SeminarRequest], answers: Collection[Event], gone: Event
) -> tuple[SeminarRequest, ...]:
    """Of the planned requests that `gone` answered those that no other open event of `answers` does, by id."""
    kept = {
        request for each in answers if each.id != gone.id and each.state is EventState.OPEN for request in each.requests
    }
    back = (each for each in requests if each.state is RequestState.PLANNED and each.id not in kept)
    return tuple(sorted(back, key=lambda each: each.id))
