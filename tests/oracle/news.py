"""What visitors are told of the host's acts, or who booked for them (N5, N6, N8, Q3)."""

from collections.abc import Iterator

from tests.oracle.facts import Story
from tests.oracle.lives import End, Life, link_at, links, lives
from tests.oracle.nights import call_at
from tests.oracle.told import Kind, Told
from tests.oracle.words import said


def news(story: Story) -> Iterator[Told]:
    """All of it."""
    for life in lives(story.acts):
        # whoever acted is answered on the screen only (N5)
        if life.end is End.CALLED_OFF and life.ended is not None and life.reader != life.ender:
            yield said(
                story, life.reader, Kind.CALLED_OFF, life.meeting, call_at(life.reader, life.ended, life.meeting)
            )
        yield from _of_links(story, life)


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
