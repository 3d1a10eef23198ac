"""When a weekly rule comes round next, and what holidays and called-off days do to that."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from shnor_domain.consultations.model import Exceptions, Occurrence, Slot
from shnor_domain.consultations.rules import occurrences
from shnor_domain.seats.times import instant

A_YEAR = timedelta(days=366)


def next_start(slot: Slot, now: datetime) -> datetime:
    """The first instant after `now` on or after the slot's first day at which the rule starts, UTC; exceptions and the
    last day aside: for words like «17:00 (у вас) · 15:00 Якутск»."""
    terms = slot.terms
    today = now.astimezone(ZoneInfo(terms.zone)).date()
    day = max(today, terms.first_day)
    day += timedelta(days=(terms.weekday - day.weekday()) % 7)
    starts = instant(day, terms.starts, terms.zone)
    return starts if starts > now else instant(day + timedelta(days=7), terms.starts, terms.zone)


def next_meeting(slot: Slot, exceptions: Exceptions, since: datetime) -> datetime | None:
    """Start of the first meeting at `since` or later, UTC; None when none is left."""
    return next((each.starts for each in occurrences(slot, exceptions, since, since + A_YEAR)), None)


def taken_out(slot: Slot, exceptions: Exceptions, since: datetime, until: datetime) -> Iterator[Occurrence]:
    """Meetings of the rule in [`since`, `until`) that holidays take out, by start."""
    held = {each.key for each in occurrences(slot, exceptions, since, until)}
    for each in occurrences(slot, replace(exceptions, holidays=frozenset()), since, until):
        if each.key not in held:
            yield each


def called_off_ahead(slot: Slot, exceptions: Exceptions, since: datetime, until: datetime) -> list[date]:
    """Days of the slot's own calendar on which it would meet in [`since`, `until`), were they not called off, each
    once."""
    zone, whole = ZoneInfo(slot.terms.zone), replace(exceptions, called_off=frozenset())
    days = (each.starts.astimezone(zone).date() for each in occurrences(slot, whole, since, until))
    return list(dict.fromkeys(day for day in days if day in exceptions.called_off))


def holidays_ahead(slot: Slot, exceptions: Exceptions, since: datetime, until: datetime) -> list[date]:
    """Days of the slot's own calendar on which it would meet in [`since`, `until`), were they no holidays."""
    zone = ZoneInfo(slot.terms.zone)
    return [each.starts.astimezone(zone).date() for each in taken_out(slot, exceptions, since, until)]


def resumes(slot: Slot, exceptions: Exceptions, now: datetime) -> datetime | None:
    """Start of the next meeting where holidays take out one before it; None where they do not, or none is left."""
    coming = next_meeting(slot, exceptions, now)
    if coming is None or not any(True for _ in taken_out(slot, exceptions, now, coming)):
        return None
    return coming
