"""What a message about a cycle says: the same in its preview."""

from collections.abc import Sequence

from handlers.seminars.views import day_words, half_words, topic_row
from handlers.texts import Safe, Texts
from shnor_domain.seminars.cycle.model import Cycle

_TOPICS = 8


def catalogue_words(texts: Texts, cycle: Cycle, titles: Sequence[str]) -> Safe:
    """What the institute offers, until when to wish and to ask; the first topics, and how many more there are."""
    rows = [topic_row(texts, number, title) for number, title in enumerate(titles[:_TOPICS], 1)]
    more = len(titles) - len(rows)
    if more:
        rows.append(texts("seminar-more-topics", count=more))
    return texts(
        "notice-seminar-catalogue",
        half=half_words(texts, cycle.half),
        topics=Safe("\n".join(rows)),
        wishes=day_words(texts, cycle.dates.wishes_until),
        requests=day_words(texts, cycle.dates.requests_until),
    )
