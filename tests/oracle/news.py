"""What people are told of each other's acts (N5, N6, N8, Q3), and of new bookings (D1).

D1, where the bot goes beyond N5 on purpose (ADR 1): the host is told of each booking, once and without a sound; in her
quiet hours it waits for the morning, and is dropped when the booking has ended by then.
"""

from collections.abc import Iterator
from datetime import datetime

from tests.oracle.facts import Meeting, Person, Story
from tests.oracle.lives import End, Life, called_off, link_at, links, lives
from tests.oracle.nights import A_MINUTE, call_at, morning_of, news_at, sleeps
from tests.oracle.reminders import DAY
from tests.oracle.told import Kind, Told
from tests.oracle.walls import first_clock, second_clock


def news(story: Story) -> Iterator[Told]:
    """All of it."""
    for life in lives(story.acts):
        yield from _of_booking(story, life)
        yield from _of_end(story, life)
        yield from _of_links(story, life)
    for meeting, act in called_off(story.acts).items():
        if act.by != meeting.host:
            yield _told(story, meeting.host, Kind.HOST_CALLED_OFF, meeting, call_at(meeting.host, act.at, meeting))


def _host_knows_at(life: Life) -> datetime:
    """When the host is told of a booking (D1)."""
    host = life.meeting.host
    return morning_of(host, life.made) if sleeps(host, life.made) else life.made


def _of_booking(story: Story, life: Life) -> Iterator[Told]:
    at = story.up(_host_knows_at(life))
    if life.fresh and life.live(at) and at < life.meeting.starts:
        yield _told(story, life.meeting.host, Kind.NEW_BOOKING, life.meeting, at)


def _of_end(story: Story, life: Life) -> Iterator[Told]:
    """Whoever acted is answered on the screen only (N5)."""
    if life.ended is None:
        return
    meeting, host, ended = life.meeting, life.meeting.host, life.ended
    match life.end:
        case End.CALLED_OFF if life.reader != life.ender:
            yield _told(story, life.reader, Kind.CALLED_OFF, meeting, call_at(life.reader, ended, meeting))
        case End.CANCELLED if meeting.starts - ended < DAY:
            at = call_at(host, ended, meeting)
            if at == ended or _host_knew(story, life):
                yield _told(story, host, Kind.VISITOR_CANCELLED, meeting, at)
        case End.MOVED if life.to is not None:
            start = min(meeting.starts, life.to.starts)
            if start - ended < DAY:
                at = news_at(host, ended, start=start, on_site=meeting.on_site)
                yield _told(story, host, Kind.VISITOR_MOVED, life.to, at)


def _host_knew(story: Story, life: Life) -> bool:
    """False where the night still held the word of the booking: of several held only the last goes, and none where it
    came back to what she knows (N6)."""
    return not life.fresh or life.live(story.up(_host_knows_at(life)))


def _of_links(story: Story, life: Life) -> Iterator[Told]:
    """Only the last of those that one night holds, and none where it is the link she knows (N6)."""
    knows = link_at(story.acts, life.meeting, life.made)
    given = [act for act in links(story.acts, life.meeting) if life.live(act.at) and act.at < life.meeting.ends]
    for number, act in enumerate(given, start=1):
        at = call_at(life.reader, act.at, life.meeting)
        superseded = any(later.at < at for later in given[number:])
        if superseded or not life.live(at) or act.link == knows:
            continue
        knows = act.link
        yield _told(story, life.reader, Kind.NEW_LINK, life.meeting, at, act.link)


def _told(story: Story, reader: Person, kind: Kind, meeting: Meeting, at: datetime, link: str = "") -> Told:
    goes = story.up(at)
    last = goes if goes == at else goes + A_MINUTE
    first, second = first_clock(reader, meeting, goes), second_clock(reader, meeting, goes)
    return Told(reader.name, kind, goes, first, second, link, last)
