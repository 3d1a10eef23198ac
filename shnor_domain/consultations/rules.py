"""Pure rules of consultations: when a slot meets, who may come, what a slot may promise."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from shnor_domain.consultations.errors import OwnSlot, SessionGone, TooEarly, TooLate
from shnor_domain.consultations.model import (
    Audience,
    Exceptions,
    Format,
    Occurrence,
    SessionKey,
    Slot,
    SlotState,
    Terms,
    length,
)
from shnor_domain.errors import Invalid
from shnor_domain.identity import HOST_ROLES, Actor, MunicipalityId, Place, Role, Territory
from shnor_domain.links import check_link
from shnor_domain.seats.times import STEP, instant

LATE_CANCEL = timedelta(hours=12)
"""A cancel nearer to the start counts as late (defaults of product.md)."""
TELL_HOST = timedelta(hours=24)
"""The host is told of a visitor's cancel inside these last hours (N5)."""
SHORTEST, LONGEST = timedelta(minutes=10), timedelta(hours=4)
"""Lengths of a meeting."""
MAX_CAPACITY = 500
MAX_TEXT = 300
VISITOR_ROLES = {
    Audience.TEACHERS: frozenset({Role.TEACHER, Role.SCHOOL_LEAD}),
    Audience.TEAMS: frozenset({Role.SCHOOL_LEAD}),
    Audience.PUPILS: frozenset[Role](),
    Audience.PARENTS: frozenset[Role](),
}
"""Who takes a seat for herself; pupils and parents come by a number that their school gives."""


def occurrences(slot: Slot, exceptions: Exceptions, since: datetime, until: datetime) -> Iterator[Occurrence]:
    """Meetings of a slot that start in [`since`, `until`) in order of start, the weekly rule and extra windows
    together.

    Days are those of the slot's zone, so a move of the clocks keeps the wall-clock time (rule 4).
    """
    if slot.state is SlotState.CLOSED:
        return
    off = exceptions.closed | exceptions.called_off
    windows = (
        _meeting(slot, instant(window.day, window.starts, slot.terms.zone), window.minutes)
        for window in exceptions.extra
        if window.day not in off
    )
    found = {occurrence.starts: occurrence for occurrence in windows}
    for day in _days(slot.terms, since, until):
        if day not in off and day not in exceptions.holidays:
            occurrence = _meeting(slot, instant(day, slot.terms.starts, slot.terms.zone), slot.terms.minutes)
            found.setdefault(occurrence.starts, occurrence)
    yield from (found[starts] for starts in sorted(found) if since <= starts < until and starts not in exceptions.moved)


def occurrence_at(slot: Slot, exceptions: Exceptions, starts: datetime) -> Occurrence:
    """The meeting that starts at this instant; raises `SessionGone` when the rule has none there (an old or forged
    button)."""
    for occurrence in occurrences(slot, exceptions, starts, starts + timedelta(seconds=1)):
        return occurrence
    raise SessionGone


def lies_in(slot: Slot, municipality: MunicipalityId | None) -> bool:
    """True when a slot is for the municipality or one of its schools; a wider one when its host works there."""
    if slot.terms.open_to.municipality is not None:
        return slot.terms.open_to.municipality == municipality
    return slot.town is not None and slot.town == municipality


def falls_with(slot: Slot, municipality: MunicipalityId) -> bool:
    """True when the slot does not meet on an «актированный день» of the municipality: on site, and there."""
    return slot.terms.format is Format.ON_SITE and lies_in(slot, municipality)


def day_of(slot: Slot, occurrence: Occurrence) -> date:
    """The day of a meeting in the slot's own calendar."""
    return occurrence.starts.astimezone(ZoneInfo(slot.terms.zone)).date()


def _meeting(slot: Slot, starts: datetime, minutes: int) -> Occurrence:
    return Occurrence(SessionKey(slot.id, starts), starts + length(minutes))


def _days(terms: Terms, since: datetime, until: datetime) -> Iterator[date]:
    zone = ZoneInfo(terms.zone)
    # a day of margin on both sides: the exact cut is made on instants
    first = max(terms.first_day, since.astimezone(zone).date() - timedelta(days=1))
    last = min(terms.last_day, until.astimezone(zone).date() + timedelta(days=1))
    day = first + timedelta(days=(terms.weekday - first.weekday()) % 7)
    while day <= last:
        yield day
        day += timedelta(days=7)


def check_bookable(slot: Slot, occurrence: Occurrence, actor: Actor, now: datetime, *, at_once: bool = False) -> None:
    """Refuse what the clock or the slot forbid: own slot, past and too near (minutes of notice, unless `at_once`), too
    far (days of horizon)."""
    if slot.host == actor.person:
        raise OwnSlot
    if occurrence.starts <= now:
        raise SessionGone
    if not at_once and occurrence.starts - now < timedelta(minutes=slot.terms.notice):
        raise TooLate(hours=-(-slot.terms.notice // 60))
    if occurrence.starts - now > timedelta(days=slot.terms.horizon):
        raise TooEarly(days=slot.terms.horizon)


def invited(slot: Slot, place: Place, project_schools: frozenset[int]) -> bool:
    """True when a slot is open to this place: audience, territory and, where asked, only schools of the project (rule
    1).

    `project_schools` are the schools with a status of the current year.
    """
    return meant_for(slot, place) and (not slot.terms.project_schools_only or place.territory.school in project_schools)


def meant_for(slot: Slot, place: Place) -> bool:
    """As `invited`, whatever the list of the year says."""
    return (
        place.verified
        and place.role in VISITOR_ROLES[slot.terms.audience]
        and slot.terms.open_to.covers(place.territory)
    )


def may_host(place: Place, open_to: Territory, subject: str) -> bool:
    """True when a place lets its holder publish for `open_to`: inside its own territory, or a school assigned to it.

    A methodist and a tutor host the subjects of their place only (none named: all).
    """
    if not place.verified or place.role not in HOST_ROLES:
        return False
    reach = place.territory.covers(open_to) or (open_to.school is not None and open_to.school in place.assigned)
    named = place.role in {Role.METHODIST, Role.TUTOR} and bool(place.subjects)
    return reach and (not named or subject in place.subjects)


def check_terms(terms: Terms, today: date) -> None:
    """Refuse a slot that cannot be kept: `Invalid(field, reason)` for the first field that is wrong."""
    if not 0 <= terms.weekday <= 6:
        raise Invalid("weekday", "range")
    if terms.starts.minute % STEP or terms.starts.second or terms.starts.microsecond:
        raise Invalid("starts", "grid")
    if terms.minutes % STEP or not SHORTEST <= length(terms.minutes) <= LONGEST:
        raise Invalid("minutes", "range")
    if not 1 <= terms.capacity <= MAX_CAPACITY:
        raise Invalid("capacity", "range", most=MAX_CAPACITY)
    if terms.last_day < max(terms.first_day, today):
        raise Invalid("last_day", "past")
    if terms.last_day - terms.first_day > timedelta(days=366):
        raise Invalid("last_day", "year")
    if not 0 <= terms.notice <= 7 * 24 * 60:
        raise Invalid("notice", "range")
    if not 1 <= terms.horizon <= 90:
        raise Invalid("horizon", "range")
    if terms.format is Format.ONLINE and terms.link is not None:
        check_link(terms.link)
    if terms.format is not Format.ONLINE and not terms.venue:
        raise Invalid("venue", "empty")
    if terms.venue is not None and len(terms.venue) > MAX_TEXT:
        raise Invalid("venue", "long", most=MAX_TEXT)


def clean_topic(topic: str | None) -> str | None:
    """One line of at most 300 characters, None when empty; a longer one is `Invalid`, so that nothing is cut in
    silence."""
    line = " ".join((topic or "").split())
    if len(line) > MAX_TEXT:
        raise Invalid("topic", "long", most=MAX_TEXT)
    return line or None


def overlap(first: Occurrence, second: Occurrence) -> bool:
    """True when two meetings share a minute; touching ends do not."""
    return first.starts < second.ends and second.starts < first.ends
