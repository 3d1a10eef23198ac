"""Pure rules of visits: what may be asked for, appointed and reported, and who may do it."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from shnor_domain.consultations.rules import may_host
from shnor_domain.consultations.visits.model import Appointment, Report, Visit, Wish
from shnor_domain.errors import Invalid
from shnor_domain.identity import COORDINATOR_ROLES, Actor, Place, Role, SubjectId, Territory
from shnor_domain.seats.times import STEP
from shnor_domain.territories.access import leads

MOST_SUBJECTS, MOST_PEOPLE = 8, 500
SHORTEST, LONGEST = 15, 480
"""Minutes of a visit."""
TOPIC, REASON, WORDS = 300, 500, 1500
"""Letters of a topic, a reason and a report, at most."""
AHEAD = timedelta(days=366)


def curates(actor: Actor, where: Territory) -> bool:
    """True for the curator assigned to this school."""
    return where.school is not None and any(
        place.verified and place.role is Role.SCHOOL_CURATOR and where.school in place.assigned
        for place in actor.places
    )


def speaks_for(actor: Actor, where: Territory) -> bool:
    """True for who asks, moves, cancels and confirms in the name of a school: its lead, or its curator."""
    return leads(actor, where) or curates(actor, where)


def oversees(actor: Actor, where: Territory) -> bool:
    """True for a coordinator over the school."""
    return actor.reaches(where, *COORDINATOR_ROLES)


def may_come(places: Collection[Place], where: Territory, subjects: Collection[SubjectId]) -> bool:
    """True when one of a host's places reaches the school and, where subjects are named, lets her host one of them."""
    wanted = subjects or ("",)
    return any(_hosts(place, where, subject) for place in places for subject in wanted)


def _hosts(place: Place, where: Territory, subject: str) -> bool:
    # of a topic without subjects every host of the place may speak
    return may_host(place if subject else replace(place, subjects=frozenset()), where, subject)


def checked_wish(wish: Wish, today: date, known: Collection[SubjectId]) -> Wish:
    """The wish with its topic on one line. Raises `Invalid`: neither subject nor topic, too long, no such subject,
    a number out of range, days that are past or over a year ahead."""
    topic = " ".join((wish.topic or "").split()) or None
    if topic is not None and len(topic) > TOPIC:
        raise Invalid("topic", "long", most=TOPIC)
    if not wish.subjects and topic is None:
        raise Invalid("topic", "empty")
    if len(wish.subjects) > MOST_SUBJECTS or not set(wish.subjects) <= set(known):
        raise Invalid("subjects", "unknown")
    if not 1 <= wish.people <= MOST_PEOPLE:
        raise Invalid("people", "range", most=MOST_PEOPLE)
    if wish.last_day < max(wish.first_day, today):
        raise Invalid("first_day", "past")
    if wish.last_day > today + AHEAD:
        raise Invalid("first_day", "year")
    return replace(wish, topic=topic)


def checked_appointment(appointment: Appointment, now: datetime) -> Appointment:
    """Ahead, on the grid of five minutes, of a length that a visit has; else `Invalid`."""
    minutes = int((appointment.ends - appointment.starts).total_seconds()) // 60
    if int(appointment.starts.timestamp()) % (STEP * 60):
        raise Invalid("starts", "grid")
    if minutes % STEP or not SHORTEST <= minutes <= LONGEST:
        raise Invalid("minutes", "range")
    if appointment.starts <= now:
        raise Invalid("starts", "past")
    if appointment.starts > now + AHEAD:
        raise Invalid("starts", "year")
    return appointment


def checked_report(report: Report) -> Report:
    """Words in one paragraph, people where it was held; else `Invalid`."""
    words = " ".join(report.words.split())
    if not words:
        raise Invalid("words", "empty")
    if len(words) > WORDS:
        raise Invalid("words", "long", most=WORDS)
    if not report.held:
        return replace(report, came=0, words=words)
    if not 1 <= report.came <= MOST_PEOPLE:
        raise Invalid("came", "range", most=MOST_PEOPLE)
    return replace(report, words=words)


def checked_reason(reason: str) -> str:
    """On one line, 3 to 500 letters; else `Invalid`."""
    line = " ".join(reason.split())
    if len(line) < 3:
        raise Invalid("reason", "empty")
    if len(line) > REASON:
        raise Invalid("reason", "long", most=REASON)
    return line


def day_of(visit: Visit) -> date | None:
    """The day of the appointment on the school's calendar."""
    if visit.appointment is None:
        return None
    return visit.appointment.starts.astimezone(ZoneInfo(visit.zone)).date()
