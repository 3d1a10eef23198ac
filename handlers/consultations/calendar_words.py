"""What a calendar shows of a meeting: only what its owner's own screen shows her."""

from handlers.consultations.views import Eyes, host_name, minutes_of
from handlers.texts import times as words
from shnor_domain.consultations.calendar_files import Event
from shnor_domain.consultations.cards import SlotCard
from shnor_domain.consultations.desk.use_cases.calendars import TakenBooking
from shnor_domain.consultations.desk.use_cases.host_calendars import TakenMeeting
from shnor_domain.consultations.model import Format, Terms
from shnor_domain.consultations.notices import where_of


def event_of_booking(eyes: Eyes, taken: TakenBooking) -> Event:
    """A visitor's event: subject, host, how to get there, her own question. The link stands there only while she is
    booked."""
    card, entry = taken.card, taken.entry
    slot, booking = card.of, card.booking
    terms = where_of(slot.slot.terms, booking.link)
    texts = eyes.texts
    lines = [
        texts.plain(
            "calendar-visit",
            subject=slot.subject,
            host=host_name(eyes, slot),
            format=terms.format.value,
            length=words.minutes(texts, minutes_of(booking)),
        )
    ]
    if entry.cancelled:
        lines.append(texts.plain("calendar-off"))
        return Event(entry, _title(eyes, slot, off=True), "\n".join(lines))
    lines.append(_plain_where(eyes, terms))
    if booking.topic is not None:
        lines.append(texts.plain("calendar-topic", topic=booking.topic))
    lines.append(texts.plain("calendar-reminds"))
    return Event(entry, _title(eyes, slot), "\n".join(lines), *_place(terms))


def event_of_meeting(eyes: Eyes, taken: TakenMeeting) -> Event:
    """A host's event: subject and how people meet, without those who come."""
    slot, entry = taken.of, taken.entry
    terms, texts = where_of(slot.slot.terms, taken.link), eyes.texts
    length = words.minutes(texts, int((entry.ends - entry.starts).total_seconds()) // 60)
    lines = [texts.plain("calendar-meeting", subject=slot.subject, format=terms.format.value, length=length)]
    if entry.cancelled:
        lines.append(texts.plain("calendar-off"))
        return Event(entry, _title(eyes, slot, off=True), "\n".join(lines))
    lines += [_plain_where(eyes, terms), texts.plain("calendar-who")]
    return Event(entry, _title(eyes, slot), "\n".join(lines), *_place(terms))


def _title(eyes: Eyes, slot: SlotCard, *, off: bool = False) -> str:
    return eyes.texts.plain("calendar-title-off" if off else "calendar-title", subject=slot.subject)


def _plain_where(eyes: Eyes, terms: Terms) -> str:
    if terms.venue is not None:
        return eyes.texts.plain("consult-venue", format=terms.format.value, venue=terms.venue)
    if terms.link is None:
        return eyes.texts.plain("consult-link-later")
    return eyes.texts.plain("consult-link", link=terms.link)


def _place(terms: Terms) -> tuple[str | None, str | None]:
    """Place and link: what a calendar opens by a tap."""
    if terms.format is Format.ONLINE:
        return terms.link, terms.link
    return terms.venue, None
