"""Everything that each person must be told, and nothing more."""

from tests.oracle.afterwards import afterwards
from tests.oracle.facts import Story
from tests.oracle.host_news import host_news
from tests.oracle.news import news
from tests.oracle.reminders import reminders
from tests.oracle.told import Told


def all_told(story: Story) -> list[Told]:
    """In the order of time."""
    every = [*reminders(story), *afterwards(story), *news(story), *host_news(story)]
    return sorted(every, key=lambda told: (told.at, told.who, told.kind.value))
