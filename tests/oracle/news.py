"""What visitors are told of the host's acts, or who booked for them (N5, N6, N8, Q3)."""

from collections.abc import Iterator
from datetime import datetime

from tests.oracle.facts import Meeting, Story
from tests.oracle.lives import End, Life, handed_over, link_at, links, lives
from tests.oracle.nights import call_at, news_at
from tests.oracle.told import Kind, Told
from tests.oracle.walls import first_clock
from tests.oracle.words import said

OFF = {End.CALLED_OFF: Kind.CALLED_OFF, End.FELL: Kind.FELL}


def news(story: Story) -> Iterator[Told]:
    """All of it."""
    handed = handed_over(story.acts)
    for life in lives(story.acts):
        if not _has_heard(story, life):
            # made and ended in one night: nobody hears of either (N6)
            continue
        if life.fresh and life.by is not None and life.by != life.reader:
            way = link_at(story.acts, life.meeting, life.made)
            yield said(story, life.reader, Kind.FOR_YOU, life.meeting, _heard_at(life), way)
        if life.end is End.HOST_MOVED and life.ended is not None and life.to is not None:
            yield _of_move(story, life, life.ended, life.to)
        agreed = handed.get(life.meeting)
        if agreed is not None and life.live(agreed.at):
            at = call_at(life.reader, agreed.at, life.meeting)
            yield said(story, life.reader, Kind.SUBSTITUTE, life.meeting, at, life.meeting.link)
        # whoever acted is answered on the screen only (N5)
        if life.end in OFF and life.ended is not None and life.reader != life.ender:
            yield said(story, life.reader, OFF[life.end], life.meeting, call_at(life.reader, life.ended, life.meeting))
        yield from _of_links(story, life)


def _heard_at(life: Life) -> datetime:
    return call_at(life.reader, life.made, life.meeting)


def _has_heard(story: Story, life: Life) -> bool:
    """False for what another has booked for her and what ended before she was told."""
    told = life.fresh and life.by is not None and life.by != life.reader
    return not told or life.ended is None or story.up(_heard_at(life)) <= life.ended


def _of_move(story: Story, life: Life, at: datetime, to: Meeting) -> Told:
    start = min(life.meeting.starts, to.starts)
    due = news_at(life.reader, at, start=start, on_site=life.meeting.on_site)
    was = first_clock(life.reader, life.meeting, due)
    return said(story, life.reader, Kind.MEETING_MOVED, to, due, f"{link_at(story.acts, to, at)} {was}")


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
        yield said(story, life.reader, Kind.NEW_LINK, life.meeting, at, act.link)
