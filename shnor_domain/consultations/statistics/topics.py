"""Which typed topics are told above the host."""

from collections.abc import Collection, Sequence

from shnor_domain.consultations.statistics.model import TopicCount
from shnor_domain.topics import topic_key

FEWEST = 3
"""What fewer people have typed may tell of one of them, so nobody above the host reads it word for word."""


def told_above(topics: Sequence[TopicCount], ready: Collection[str]) -> tuple[tuple[TopicCount, ...], int]:
    """What is shown above the host: topics of `ready` buttons, and those of `FEWEST` people or more, however often
    one of them has booked; and how many bookings have any other."""
    buttons = {topic_key(each) for each in ready}
    told = tuple(each for each in topics if each.people >= FEWEST or topic_key(each.topic) in buttons)
    return told, sum(each.count for each in topics) - sum(each.count for each in told)
