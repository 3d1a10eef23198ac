"""What hosts are told of their visitors (N5, N6), and of new bookings (D1).

D1, where the bot goes beyond N5 on purpose (ADR 1): the host is told of each booking, once and without a sound; in her
quiet hours it waits for the morning, and is dropped when the booking has ended by then.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from tests.oracle.facts import Agreed, Asked, Fell, Meeting, Story
from tests.oracle.lives import End, Life, called_off, lives
from tests.oracle.nights import call_at, news_at, waits
from tests.oracle.reminders import DAY
from tests.oracle.told import Kind, Told
from tests.oracle.walls import first_clock
from tests.oracle.words import said


@dataclass(frozen=True, slots=True)
class Held:
    """A word that waits until `due`. The host `knew` of this meeting, or of none; `now` is where the visitor comes,
    None when she does not."""

    due: datetime
    kind: Kind
    knew: Meeting | None
    now: Meeting | None


def host_news(story: Story) -> Iterator[Told]:
    """All of it."""
    every = sorted(lives(story.acts), key=lambda life: life.made)
    for number in {life.number for life in every}:
        yield from _of_booking(story, [life for life in every if life.number == number])
    for act in story.acts:
        match act:
            case Asked(at, meeting, colleague):
                # neither the ask nor its answer breaks a night (S5)
                yield said(story, colleague, Kind.ASKED, meeting, waits(colleague, at))
            case Agreed(at, meeting, _):
                yield said(story, meeting.host, Kind.AGREED, meeting, waits(meeting.host, at))
    for meeting, act in called_off(story.acts).items():
        if act.by != meeting.host:
            kind = Kind.HOST_FELL if isinstance(act, Fell) else Kind.HOST_CALLED_OFF
            yield said(story, meeting.host, kind, meeting, call_at(meeting.host, act.at, meeting))


def _of_booking(story: Story, moved: Iterable[Life]) -> Iterator[Told]:
    """One booking through all its moves: of several words held about it only the last goes, none when it came back to
    what she knows (N6)."""
    held: Held | None = None
    for life in moved:
        if life.fresh:
            held = Held(_d1(life), Kind.NEW_BOOKING, None, life.meeting)
        if held is not None and (life.ended is None or story.up(held.due) <= life.ended):
            yield from _goes(story, held)
            held = None
        if life.ended is None or life.end in (End.CALLED_OFF, End.FELL):
            return
        if life.end is End.HOST_MOVED:
            # she knows where she has moved it
            continue
        knew = life.meeting if held is None else held.knew
        held = _word(life, life.ended, knew, held)
    if held is not None:
        yield from _goes(story, held)


def _d1(life: Life) -> datetime:
    return waits(life.meeting.host, life.made)


def _word(life: Life, ended: datetime, knew: Meeting | None, held: Held | None) -> Held | None:
    """Of a cancel or a move inside the last 24 h; others stand on her desk (N5), and a word that is held speaks of what
    is now (Q3)."""
    start = life.meeting.starts if life.to is None else min(life.meeting.starts, life.to.starts)
    if start - ended < DAY:
        kind = Kind.VISITOR_CANCELLED if life.to is None else Kind.VISITOR_MOVED
        due = news_at(life.meeting.host, ended, start=start, on_site=life.meeting.on_site)
        return Held(due, kind, life.meeting if due == ended else knew, life.to)
    if held is None or (held.knew is None and life.to is None):
        return None
    kind = held.kind if life.to is not None else Kind.VISITOR_CANCELLED
    return Held(held.due, kind, held.knew, life.to)


def _goes(story: Story, held: Held) -> Iterator[Told]:
    if held.now == held.knew:
        return
    about = held.now or held.knew
    assert about is not None
    was = (
        "" if held.kind is not Kind.VISITOR_MOVED or held.knew is None else first_clock(about.host, held.knew, held.due)
    )
    yield said(story, about.host, held.kind, about, held.due, was)
