"""A message that goes when its instant comes, or when the bot is back."""

from datetime import datetime

from tests.oracle.facts import Meeting, Person, Story
from tests.oracle.nights import A_MINUTE
from tests.oracle.told import Kind, Told
from tests.oracle.walls import first_clock, second_clock


def said(story: Story, reader: Person, kind: Kind, meeting: Meeting, due: datetime, more: str = "") -> Told:
    """With both clocks; after an outage within the minute that the bot needs to begin."""
    at = story.up(due)
    first, second = first_clock(reader, meeting, at), second_clock(reader, meeting, at)
    return Told(reader.name, kind, at, first, second, more, at if at == due else at + A_MINUTE)
