"""Reminders of a booking and of a meeting, and the faces they take on when sent (N1–N4)."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from tests.oracle.facts import Meeting, Person, Story
from tests.oracle.lives import End, Life, called_off, handed_over, host_moved, link_at, lives, meetings
from tests.oracle.nights import A_MINUTE, morning_of, reminder_window, sleeps
from tests.oracle.told import Kind, Told
from tests.oracle.walls import day_word, first_clock, second_clock, short_date

DAY, HOUR = timedelta(hours=24), timedelta(hours=1)
FACES = {
    End.CANCELLED: Kind.OFF,
    End.CALLED_OFF: Kind.OFF,
    End.FELL: Kind.OFF,
    End.MOVED: Kind.ELSEWHERE,
    End.HOST_MOVED: Kind.ELSEWHERE,
}
Sent = tuple[Kind, datetime, datetime]
"""Which reminder goes in which minutes, first and last."""
Became = tuple[Kind, datetime | None]
"""The face of a reminder that was sent, and when it takes it on; None is as the meeting begins."""


def reminders(story: Story) -> Iterator[Told]:
    """All of them, with their edits."""
    every = lives(story.acts)
    acts = story.acts
    off, moved, handed = called_off(acts), host_moved(acts), handed_over(acts)
    for life in every:
        yield from _of_booking(story, life)
    for meeting, bookings in meetings(every).items():
        over: Became = Kind.OVER, None
        if meeting in off:
            over = Kind.OFF, off[meeting].at
        elif meeting in moved:
            over = Kind.ELSEWHERE, moved[meeting].at
        if meeting not in handed:
            yield from _of_host(story, meeting.host, meeting, bookings, over)
            continue
        # what had reminded the host says that another leads (S29); his are from then on, and none is made up for
        agreed = handed[meeting]
        hers = [_until(life, agreed.at) for life in bookings]
        yield from _of_host(story, meeting.host, meeting, hers, (Kind.LED_BY_ANOTHER, agreed.at))
        his = [replace(life, made=max(life.made, agreed.at)) for life in bookings if life.live(agreed.at)]
        yield from _of_host(story, agreed.colleague, meeting, his, over)


def _of_booking(story: Story, life: Life) -> Iterator[Told]:
    kinds = (Kind.DAY_BEFORE, Kind.HOUR_BEFORE)
    for kind, at, last in _sent(story, life.reader, life.meeting, kinds, life.live):
        yield _told(life.reader, life.meeting, kind, at, last, link_at(story.acts, life.meeting, at))
        face = Kind.OVER if life.end is None else FACES[life.end]
        yield _edit(story, life.reader, life.meeting, kind, face, life.ended)


def _until(life: Life, instant: datetime) -> Life:
    return replace(life, ended=instant) if life.live(instant) else life


def _of_host(story: Story, leads: Person, meeting: Meeting, bookings: list[Life], became: Became) -> Iterator[Told]:
    """For a meeting that has a booking at that minute, with the number of people and questions (N1)."""

    def somebody(instant: datetime) -> bool:
        return any(life.live(instant) for life in bookings)

    kinds = (Kind.HOST_DAY_BEFORE, Kind.HOST_HOUR_BEFORE)
    for kind, at, last in _sent(story, leads, meeting, kinds, somebody):
        there = [life for life in bookings if life.live(at)]
        numbers = f"{len(there)}/{sum(life.asks for life in there)}"
        yield _told(leads, meeting, kind, at, last, numbers)
        yield _edit(story, leads, meeting, kind, *became)


def _sent(
    story: Story, reader: Person, meeting: Meeting, kinds: tuple[Kind, Kind], live: Callable[[datetime], bool]
) -> Iterator[Sent]:
    """What goes of the two. It has to be live when its minute, or its five minutes, begin (N3: not made up for), and
    still when it goes."""
    first, last = reminder_window(reader, meeting.starts - DAY)
    at = _late(story, reader, meeting, first, last)
    if at is not None and live(first) and live(at):
        yield kinds[0], at, max(at if at == first else at + A_MINUTE, last)
    due = meeting.starts - HOUR
    at = story.up(due)
    if at < meeting.starts and live(due) and live(at):
        yield kinds[1], at, at if at == due else at + A_MINUTE


def _late(story: Story, reader: Person, meeting: Meeting, first: datetime, last: datetime) -> datetime | None:
    """When the 24 h reminder goes: in its minutes; after an outage until an hour before the start and never at night
    (N3)."""
    at = story.up(first)
    if at <= last:
        return at
    if sleeps(reader, at):
        at = story.up(morning_of(reader, at))
    return at if at < meeting.starts - HOUR else None


def _told(reader: Person, meeting: Meeting, kind: Kind, at: datetime, last: datetime, also_says: str) -> Told:
    return Told(
        reader.name,
        kind,
        at,
        first_clock(reader, meeting, at),
        second_clock(reader, meeting, at),
        " ".join(filter(None, (day_word(reader, meeting, at), also_says))),
        last,
    )


def _edit(story: Story, reader: Person, meeting: Meeting, kind: Kind, face: Kind, ended: datetime | None) -> Told:
    """Edited when its booking ended, else when the meeting begins; at any hour (N4)."""
    due = meeting.starts if ended is None else ended
    at = story.up(due)
    last = at if at == due else at + A_MINUTE
    return Told(reader.name, face, at, short_date(reader, meeting), more=kind.value, last=last)
