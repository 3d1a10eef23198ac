"""Slots and meetings in words: times on the reader's clock, the slot's beside it where the two differ (N7)."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers.consultations.views import Eyes, clocks, host_name, key_id, local_day, when, where, who_comes
from handlers.shell import Choice
from handlers.shell.fitting import fit
from handlers.texts import Safe
from handlers.texts import times as words
from shnor_domain.consultations.cards import BookingCard, SlotCard
from shnor_domain.consultations.model import Audience, Terms
from shnor_domain.consultations.upcoming import next_start
from shnor_domain.consultations.use_cases.hosting import Meeting

ROWS = 8
_NAME, _TOPIC = 80, 300
"""Units: only signs that count double make them longer, and eight rows have to fit into a message."""
_MONDAY = date(2024, 1, 1)


def weekday_name(eyes: Eyes, weekday: int) -> str:
    """«понедельник» of 0."""
    return eyes.texts.plain("schedule-weekday", day=_MONDAY + timedelta(days=weekday))


def zone_words(eyes: Eyes, zone: str, town: str | None = None) -> str:
    """«Якутск (UTC+9)»: whose clock a wall-clock time is of."""
    return eyes.texts.plain(
        "schedule-zone",
        town=town or words.town_of(eyes.texts, zone),
        zone=words.zone_name(eyes.texts, zone, now=eyes.now),
    )


def weekly(eyes: Eyes, card: SlotCard, *, both: bool = True) -> str:
    """«понедельник, 17:00 (у вас) · 15:00 Якутск», on the next day on which the rule holds.

    Without `both` (a reader whose clock is not known) «понедельник, 15:00 Якутск (UTC+9)».
    """
    terms = card.slot.terms
    theirs = _rule(eyes, terms.weekday, terms.starts)
    if not both:
        return eyes.texts.plain("schedule-weekly-there", rule=theirs, zone=zone_words(eyes, terms.zone, card.town))
    mine = next_start(card.slot, eyes.now).astimezone(ZoneInfo(eyes.zone))
    if (mine.weekday(), mine.time()) == (terms.weekday, terms.starts):
        return theirs
    town = card.town or words.town_of(eyes.texts, terms.zone)
    there = words.clock(eyes.texts, terms.starts) if mine.weekday() == terms.weekday else theirs
    return eyes.texts.plain("times-both", mine=_rule(eyes, mine.weekday(), mine.time()), theirs=there, town=town)


def terms_text(eyes: Eyes, terms: Terms, subject: str, area: str, town: str | None = None) -> Safe:
    """Everything that a slot promises, line by line, on the slot's own clock."""
    texts = eyes.texts
    return texts(
        "schedule-terms",
        subject=subject,
        weekday=weekday_name(eyes, terms.weekday),
        clock=words.clock(texts, terms.starts),
        zone=zone_words(eyes, terms.zone, town),
        length=words.minutes(texts, terms.minutes),
        way=way(eyes, terms),
        audience=terms.audience.value,
        area=area,
        project=terms.project_schools_only,
        capacity=terms.capacity,
        first=terms.first_day,
        last=terms.last_day,
        notice=terms.notice // 60,
        horizon=terms.horizon,
    )


def way(eyes: Eyes, terms: Terms) -> Safe:
    """How people meet: online with its link, the place, the telephone."""
    place = terms.venue or ""
    if terms.link is None and not place:
        return eyes.texts("schedule-way-later")
    return eyes.texts("schedule-way", format=terms.format.value, place=place or terms.link or "")


def slot_line(eyes: Eyes, card: SlotCard) -> str:
    """A button: «Понедельник, 15:00: химия»."""
    return eyes.texts.button("btn-schedule-slot", rule=weekly(eyes, card), subject=card.subject)


def open_line(eyes: Eyes, card: SlotCard, *, both: bool) -> Safe:
    """A line of the open schedule: no visitor, and no link or place but of parents' meetings."""
    terms = card.slot.terms
    return eyes.texts(
        "open-schedule-line",
        rule=weekly(eyes, card, both=both),
        length=words.minutes(eyes.texts, terms.minutes),
        format=terms.format.value,
        subject=card.subject,
        host=host_name(eyes, card),
        audience=terms.audience.value,
        resumes="" if card.resumes is None else _resumes(eyes, card, card.resumes, both=both),
        place=_place(eyes, card),
    )


def _place(eyes: Eyes, card: SlotCard) -> Safe | str:
    """Where parents meet; of all others the open schedule knows nothing."""
    if card.slot.terms.audience is not Audience.PARENTS:
        return ""
    return eyes.texts("open-schedule-place", where=Safe(where(eyes, card, None)))


def _resumes(eyes: Eyes, card: SlotCard, starts: datetime, *, both: bool) -> str:
    """The day on the reader's calendar, else on that of the slot."""
    zone = eyes.zone if both else card.slot.terms.zone
    return eyes.texts.plain("open-schedule-resumes", day=starts.astimezone(ZoneInfo(zone)).date())


def meeting_choice(eyes: Eyes, meeting: Meeting, *, named: bool = True) -> Choice:
    """A button: «пн 30 ноября 15:00 · 2 из 5 · химия»; without `named` no subject, under the slot's own card."""
    starts = meeting.occurrence.starts
    day = words.short_day(eyes.texts, local_day(eyes, starts), this_year=eyes.now.year)
    at = clocks(eyes, meeting.of, starts)
    if meeting.cancelled:
        key, counts = "btn-schedule-meeting-off", {}
    else:
        key, counts = "btn-schedule-meeting", {"booked": meeting.booked, "capacity": meeting.capacity}
    label = eyes.texts.button(key, day=day, clock=at, **counts)
    if named:
        label = eyes.texts.button("btn-schedule-with-subject", row=label, subject=meeting.of.subject)
    if meeting.passed_on:
        label = eyes.texts.button("btn-absence-meeting", row=label)
    return Choice(key_id(meeting.occurrence.key), label)


def today_line(eyes: Eyes, meeting: Meeting) -> Safe:
    """«15:00 химия, 4 человека, 2 вопроса»."""
    return eyes.texts(
        "schedule-today-line",
        clock=clocks(eyes, meeting.of, meeting.occurrence.starts),
        subject=meeting.of.subject,
        people=meeting.booked,
        questions=meeting.questions,
    )


def meeting_head(eyes: Eyes, meeting: Meeting) -> Safe:
    """Subject, date and clocks, seats, and how people meet."""
    occurrence = meeting.occurrence
    length = int((occurrence.ends - occurrence.starts).total_seconds()) // 60
    return eyes.texts(
        "schedule-meeting-head",
        subject=meeting.of.subject,
        when=when(eyes, meeting.of, occurrence.starts),
        length=words.minutes(eyes.texts, length),
        booked=meeting.booked,
        capacity=meeting.capacity,
        where=where(eyes, meeting.of, meeting.link),
        off=meeting.cancelled,
    )


def visitor_name(eyes: Eyes, card: BookingCard) -> str:
    """Who comes, as far as names are shown; a general word for who has left."""
    return who_comes(eyes, card, eyes.texts.plain("schedule-visitor-unknown"))


def people_lines(eyes: Eyes, bookings: Sequence[BookingCard], first: int) -> Safe:
    """«1. Айталина Петровна» with her question below, numbered from `first`."""
    rows = []
    for number, card in enumerate(bookings, first):
        name, topic = fit(visitor_name(eyes, card), _NAME), asked_words(card)
        if card.booking.confirmed:
            name = eyes.texts.plain("schedule-person-sure", name=name)
        if not topic:
            rows.append(eyes.texts("schedule-person", number=number, name=name))
        else:
            rows.append(eyes.texts("schedule-person-topic", number=number, name=name, topic=fit(topic, _TOPIC)))
    return lines(rows)


def asked_words(card: BookingCard) -> str:
    """Her topic, and what waits for an answer in writing; empty for none."""
    return "; ".join(words for words in (card.booking.topic, card.asked) if words)


def affected_lines(eyes: Eyes, bookings: Sequence[BookingCard]) -> Safe:
    """Who would be told, at most 8 rows and «ещё N»; one sentence when nobody."""
    if not bookings:
        return eyes.texts("schedule-affected-nobody")
    rows = [
        eyes.texts(
            "schedule-affected-row", when=when(eyes, card.of, card.booking.key.starts), name=visitor_name(eyes, card)
        )
        for card in bookings[:ROWS]
    ]
    if len(bookings) > ROWS:
        rows.append(eyes.texts("schedule-affected-more", count=len(bookings) - ROWS))
    return eyes.texts("schedule-affected", rows=lines(rows))


def meeting_days(meetings: Iterable[Meeting]) -> list[date]:
    """Days of the slot's own calendar on which it still meets."""
    return sorted(
        {
            meeting.occurrence.starts.astimezone(ZoneInfo(meeting.of.slot.terms.zone)).date()
            for meeting in meetings
            if not meeting.cancelled
        }
    )


def days_in_line(eyes: Eyes, days: Iterable[date]) -> str:
    """«пн 30 ноября, пн 7 декабря»; empty for none."""
    return ", ".join(words.short_day(eyes.texts, day, this_year=day.year) for day in days)


def pages_of(rows: int) -> int:
    """How many pages so many rows need, one for none."""
    return max(1, -(-rows // ROWS))


def lines(rows: Iterable[str]) -> Safe:
    """Ready lines one below the other."""
    return Safe("\n".join(rows))


def _rule(eyes: Eyes, weekday: int, at: time) -> str:
    return eyes.texts.plain("times-at", day=weekday_name(eyes, weekday), clock=words.clock(eyes.texts, at))
