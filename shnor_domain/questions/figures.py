"""How many were answered, how soon: numbers with their denominators (rule 9)."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from shnor_domain.questions.model import Topic
from shnor_domain.questions.ports import Asked


@dataclass(frozen=True, slots=True)
class Figure:
    """One topic in a period: `asked` in it, `answered` by now; of `judged` (answered, or past the end of the second
    working day) `in_time` were answered by that end. `median` is of the times to the first answer, None without one."""

    topic: Topic
    asked: int
    answered: int
    judged: int
    in_time: int
    median: timedelta | None


def figures(rows: Sequence[Asked], now: datetime) -> Sequence[Figure]:
    """By the topic's code. A question whose two working days still run is in no share."""
    topics = defaultdict[Topic, list[Asked]](list)
    for row in rows:
        topics[row.topic].append(row)
    return [_figure(topic, topics[topic], now) for topic in sorted(topics, key=lambda topic: topic.code)]


def _figure(topic: Topic, rows: Sequence[Asked], now: datetime) -> Figure:
    waits = [(row.answered - row.asked).total_seconds() for row in rows if row.answered is not None]
    judged = [row for row in rows if row.answered is not None or row.due <= now]
    in_time = [row for row in judged if row.answered is not None and row.answered <= row.due]
    return Figure(
        topic, len(rows), len(waits), len(judged), len(in_time), timedelta(seconds=median(waits)) if waits else None
    )
