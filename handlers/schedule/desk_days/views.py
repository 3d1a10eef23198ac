"""A host's days in words."""

from collections.abc import Iterable, Sequence

from handlers.consultations.views import Eyes, clocks, host_name, local_day
from handlers.schedule.views import lines, meeting_head, people_lines
from handlers.shell.fitting import fit
from handlers.texts import Safe
from handlers.texts import times as words
from shnor_domain.consultations.desk.use_cases.week import DeskMeeting
from shnor_domain.consultations.use_cases.hosting import Meeting

_TOPIC = 300
"""Units: eight topics of signs that count double have to fit into a message."""
PEOPLE = 5
"""People of the next meeting that stand in «Сегодня»: the rest is on its own card."""


def coming_text(eyes: Eyes, coming: DeskMeeting) -> Safe:
    """The next meeting with the first of its people and their questions."""
    started = coming.meeting.occurrence.starts <= eyes.now
    rows = [eyes.texts("desk-coming", now=started), meeting_head(eyes, coming.meeting)]
    if coming.bookings:
        rows.append(people_lines(eyes, coming.bookings[:PEOPLE], 1))
    if len(coming.bookings) > PEOPLE:
        rows.append(eyes.texts("schedule-affected-more", count=len(coming.bookings) - PEOPLE))
    return lines(rows)


def row(eyes: Eyes, each: DeskMeeting) -> Safe:
    """«15:00 химия, 4 человека, 2 вопроса», under the heading of its day."""
    meeting = each.meeting
    return eyes.texts(
        "desk-row",
        clock=clocks(eyes, meeting.of, meeting.occurrence.starts),
        subject=meeting.of.subject,
        off=meeting.cancelled,
        people=meeting.booked,
        capacity=meeting.capacity,
        questions=each.questions,
        waiting=each.waiting,
    )


def days_text(eyes: Eyes, meetings: Iterable[DeskMeeting]) -> Safe:
    """Rows under the headings of their days."""
    rows: list[str] = []
    for each in meetings:
        heading = day_heading(eyes, each.meeting)
        if heading not in rows:
            rows.append(heading)
        rows.append(row(eyes, each))
    return lines(rows)


def day_heading(eyes: Eyes, meeting: Meeting) -> Safe:
    """«Понедельник, 30 ноября» of the reader's calendar."""
    day = local_day(eyes, meeting.occurrence.starts)
    return eyes.texts("desk-day", day=words.day(eyes.texts, day, this_year=eyes.now.year))


def topics_text(eyes: Eyes, topics: Sequence[str]) -> Safe:
    """What people want to talk about, one line each, without names."""
    return lines(eyes.texts("desk-asked-topic", topic=fit(topic, _TOPIC)) for topic in topics)


def meetings_text(eyes: Eyes, meetings: Iterable[Meeting]) -> Safe:
    """Meetings of a territory under the headings of their days: host and numbers, no visitors."""
    rows: list[str] = []
    for each in meetings:
        heading = day_heading(eyes, each)
        if heading not in rows:
            rows.append(heading)
        rows.append(
            eyes.texts(
                "desk-territory-row",
                clock=clocks(eyes, each.of, each.occurrence.starts),
                subject=each.of.subject,
                host=host_name(eyes, each.of),
                off=each.cancelled,
                booked=each.booked,
                capacity=each.capacity,
            )
        )
    return lines(rows)
