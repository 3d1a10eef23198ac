"""Bookings and openings in words, on the reader's clock first (N7)."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from handlers.names import shown
from handlers.shell import Choice
from handlers.texts import Safe, Texts
from handlers.texts import times as words
from handlers.texts.times import Host, Reader
from shnor_domain.consultations.cards import BookingCard, Opening, SlotCard, most_seats
from shnor_domain.consultations.model import Booking, SessionKey, Sits, SlotId
from shnor_domain.consultations.notices import where_of
from shnor_domain.consultations.use_cases.offers import Times
from shnor_domain.people.model.preferences import Names


@dataclass(frozen=True, slots=True)
class Eyes:
    """Whose eyes look, and when: `zone` is the reader's, `now` an instant of the bot's clock, `names` what she
    may see."""

    texts: Texts
    zone: str
    now: datetime
    names: Names = Names.FULL


def key_id(key: SessionKey) -> str:
    """A meeting in a button: slot and whole minutes since 1970, short enough for 64 bytes."""
    return f"{key.slot}-{int(key.starts.timestamp()) // 60}"


def key_of(text: str) -> SessionKey:
    """The meeting that a button names; raises ValueError for a forged one."""
    slot, minutes = text.split("-")
    if not (slot.isdecimal() and minutes.isdecimal() and len(slot) < 16):
        raise ValueError(text)
    return SessionKey(SlotId(int(slot)), datetime.fromtimestamp(int(minutes) * 60, UTC))


def known_key(text: str) -> str:
    """`text` where it names a meeting; raises ValueError for a forged one."""
    return key_id(key_of(text))


def host_name(eyes: Eyes, card: SlotCard) -> str:
    """How the host wishes to be called, as far as names are shown; a general word when she has left."""
    name = "" if card.host is None else card.host.name
    return shown(eyes.texts, name, eyes.names, eyes.texts.plain("consult-host-unknown"))


def visitor_name(eyes: Eyes, card: BookingCard) -> str:
    """Who comes, as far as names are shown; a general word for who has left."""
    return who_comes(eyes, card, eyes.texts.plain("notice-visitor-unnamed"))


def who_comes(eyes: Eyes, card: BookingCard, unnamed: str) -> str:
    """To the host: the visitor, her colleague without an account, or how many of which school; `unnamed` where names
    are not shown, or the person has left."""
    booking = card.booking
    if booking.behalf.sits is Sits.SCHOOL:
        return number_words(eyes, card)
    if booking.behalf.sits is Sits.GUEST:
        return shown(eyes.texts, booking.behalf.guest or "", eyes.names, unnamed)
    return shown(eyes.texts, "" if card.visitor is None else card.visitor.name, eyes.names, unnamed)


def number_words(eyes: Eyes, card: BookingCard) -> str:
    """«СОШ № 6, 12 учеников»."""
    audience = card.of.slot.terms.audience.value
    return eyes.texts.plain("consult-number", school=card.school, heads=card.booking.heads, audience=audience)


def day_word(eyes: Eyes, instant: datetime) -> str:
    """Which day it is seen from the reader's today, as a code: «today», «tomorrow», «after» or «later»."""
    ahead = (local_day(eyes, instant) - local_day(eyes, eyes.now)).days
    return {0: "today", 1: "tomorrow", 2: "after"}.get(ahead, "later")


def when(eyes: Eyes, card: SlotCard, starts: datetime) -> str:
    """Date and clocks: the reader's first, the host's where they differ."""
    host = Host(card.slot.terms.zone, card.town)
    return words.moment(eyes.texts, starts, Reader(eyes.zone), host, now=eyes.now)


def clocks(eyes: Eyes, card: SlotCard, starts: datetime) -> str:
    """The same without the reader's date, for a row that stands under it."""
    return words.clocks(eyes.texts, starts, Reader(eyes.zone), Host(card.slot.terms.zone, card.town))


def minutes_of(booking: Booking) -> int:
    """Length of the meeting in minutes."""
    return int((booking.ends - booking.key.starts).total_seconds()) // 60


def where(eyes: Eyes, card: SlotCard, link: str | None) -> str:
    """The link, the address or the telephone, or that it will come; `link` is that of the meeting alone."""
    terms = where_of(card.slot.terms, link)
    texts = eyes.texts
    if terms.venue is not None:
        return texts("consult-venue", format=terms.format.value, venue=terms.venue)
    return texts("consult-link-later") if terms.link is None else texts("consult-link", link=terms.link)


def booking_text(eyes: Eyes, card: BookingCard) -> Safe:
    """A booking as a block of lines: subject and host, date and clocks, how to get there, the question."""
    booking, slot = card.booking, card.of
    lines = [
        eyes.texts(
            "consult-booking",
            subject=slot.subject,
            host=host_name(eyes, slot),
            format=slot.slot.terms.format.value,
            when=when(eyes, slot, booking.key.starts),
            length=words.minutes(eyes.texts, minutes_of(booking)),
        ),
        where(eyes, slot, booking.link),
    ]
    if booking.behalf.sits is not Sits.SELF:
        lines.append(eyes.texts("consult-for-whom", name=who_comes(eyes, card, eyes.texts.plain("consult-colleague"))))
    if booking.topic is not None:
        # what somebody else may have typed is not «yours»
        key = "consult-topic-line" if booking.behalf.by is None else "notice-topic"
        lines.append(eyes.texts(key, topic=booking.topic))
    return Safe("\n".join(lines))


def local_day(eyes: Eyes, instant: datetime) -> date:
    """The reader's calendar day of an instant."""
    return instant.astimezone(ZoneInfo(eyes.zone)).date()


def opening_days(eyes: Eyes, openings: tuple[Opening, ...], *, mine: str = "btn-consult-day-mine") -> list[Choice]:
    """One row a day of the reader's calendar with the seats that can be taken on it; `mine` words a booked one."""
    days: dict[date, list[Opening]] = {}
    for opening in openings:
        days.setdefault(local_day(eyes, opening.occurrence.starts), []).append(opening)
    booked = {day for day, of_day in days.items() if any(opening.mine for opening in of_day)}
    this_year = local_day(eyes, eyes.now).year
    rows = []
    for day, of_day in days.items():
        seats = most_seats(of_day)
        text = words.short_day(eyes.texts, day, this_year=this_year)
        key = mine if day in booked else "btn-consult-day" if seats else "btn-consult-day-full"
        args: dict[str, object] = {"day": text} | ({"seats": seats} if key == "btn-consult-day" else {})
        rows.append(Choice(day.isoformat(), eyes.texts.button(key, **args)))
    return rows


def whose_days(eyes: Eyes, times: Times) -> dict[str, Any]:
    """What stands over the days of one host: the subject, who leads, on whose clock; «none» where no day is open."""
    card = next(iter(times.slots.values()), None)
    return {
        "subject": "" if card is None else card.subject,
        "host": "" if card is None else host_name(eyes, card),
        "zone": words.zone_name(eyes.texts, eyes.zone, now=eyes.now),
        "none": not times.openings,
    }


def only_time(eyes: Eyes, openings: tuple[Opening, ...], day: date) -> SessionKey | None:
    """The one meeting of that day, where it can be booked: nothing is left to choose."""
    of_day = [each for each in openings if local_day(eyes, each.occurrence.starts) == day]
    return of_day[0].occurrence.key if len(of_day) == 1 and of_day[0].seats else None


def opening_times(
    eyes: Eyes,
    openings: tuple[Opening, ...],
    day: date,
    *,
    mine: str = "btn-consult-time-mine",
    queued: str = "btn-consult-time-queued",
) -> list[Choice]:
    """One row a meeting of that day; `mine` words one that is booked, `queued` one in whose queue she stands."""
    rows = []
    for opening in openings:
        if local_day(eyes, opening.occurrence.starts) != day:
            continue
        clock = words.own_clock(eyes.texts, opening.occurrence.starts, eyes.zone)
        if opening.mine:
            label = eyes.texts.button(mine, clock=clock)
        elif opening.seats:
            label = eyes.texts.button("btn-consult-time", clock=clock, seats=opening.seats)
        elif opening.queued:
            label = eyes.texts.button(queued, clock=clock)
        elif opening.waits is not None:
            label = eyes.texts.button("btn-consult-time-queue", clock=clock)
        else:
            label = eyes.texts.button("btn-consult-time-full", clock=clock)
        rows.append(Choice(key_id(opening.occurrence.key), label))
    return rows


def day_heading(eyes: Eyes, instant: datetime) -> str:
    """«Сегодня», «Завтра» or the date."""
    day, today = local_day(eyes, instant), local_day(eyes, eyes.now)
    if day == today:
        return eyes.texts.plain("consult-today")
    if day == today + timedelta(days=1):
        return eyes.texts.plain("consult-tomorrow", day=words.day(eyes.texts, day, this_year=today.year))
    return words.day(eyes.texts, day, this_year=today.year)
