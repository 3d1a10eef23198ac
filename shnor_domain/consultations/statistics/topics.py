"""What a typed topic is counted by: the same words written differently are one topic."""

import re
from collections.abc import Collection, Sequence

from shnor_domain.consultations.statistics.model import TopicCount

_WORDS = re.compile(r"\w+")
_LONGEST = 300
FEWEST = 3
"""What fewer people have typed may tell of one of them, so nobody above the host reads it word for word."""


def topic_key(topic: str | None) -> str | None:
    """Words of the topic in small letters, without signs, «ё» as «е»; None where nothing is left."""
    words = _WORDS.findall((topic or "").casefold().replace("ё", "е"))
    return " ".join(words)[:_LONGEST] or None


def told_above(topics: Sequence[TopicCount], ready: Collection[str]) -> tuple[tuple[TopicCount, ...], int]:
    """What is shown above the host: topics of `ready` buttons, and those of `FEWEST` people or more, however often
    one of them has booked; and how many bookings have any other."""
    buttons = {topic_key(each) for each in ready}
    told = tuple(each for each in topics if each.people >= FEWEST or topic_key(each.topic) in buttons)
    return told, sum(each.count for each in topics) - sum(each.count for each in told)
