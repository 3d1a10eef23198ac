"""Meetings as iCalendar files, by the library icalendar: it escapes, folds and orders (RFC 5545, ADR 11)."""

from collections.abc import Sequence

from icalendar import Calendar, vText, vUri
from icalendar import Event as Component

from shnor_domain.consultations.calendar_files import Event

PRODUCT = "-//shnor-bot//consultations//RU"


def calendar_file(events: Sequence[Event]) -> bytes:
    """Port `CalendarWriter`."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "CANCEL" if events and all(event.entry.cancelled for event in events) else "PUBLISH")
    for event in events:
        calendar.add_component(_component(event))
    return bytes(calendar.to_ical())


def _component(event: Event) -> Component:
    entry, made = event.entry, Component()
    made.add("uid", entry.uid)
    made.add("sequence", entry.sequence)
    made.add("dtstamp", entry.stamp)
    made.add("dtstart", entry.starts)
    made.add("dtend", entry.ends)
    made.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    made.add("transp", "TRANSPARENT" if entry.cancelled else "OPAQUE")
    made.add("summary", vText(event.title))
    made.add("description", vText(event.text))
    if event.place is not None:
        made.add("location", vText(event.place))
    if event.link is not None:
        made.add("url", vUri(event.link))
    return made
