"""Recurring work as data: a name, a rule, a function. Two drivers run it: `local` and `rehearsal` (ADR 1, ADR 5)."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

Run = Callable[[], Awaitable[object]]
"""Safe to run at any time and any number of times; a true result means that it found something to do."""


@dataclass(frozen=True, slots=True)
class Pulse:
    """Every so many real seconds: looks whether anything is due. A rehearsal runs it at each of its steps."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Every:
    """Every so many minutes. A rehearsal visits each of these instants, unless `step` is False: then it runs
    the job once
    for all that it has passed (housekeeping whose minute nobody sees).
    """

    minutes: int
    step: bool = True


@dataclass(frozen=True, slots=True)
class Daily:
    """Once a day at this time in UTC."""

    hour: int
    minute: int = 0


Rule = Pulse | Every | Daily


@dataclass(frozen=True, slots=True)
class Job:
    """`name` is fixed for ever: logs and metrics know it. `at_start` runs it once more when the process
    starts: the memory of
    the clock is lost with the process, and a daily job may have been slept through.
    """

    name: str
    rule: Rule
    run: Run
    at_start: bool = False


def next_after(rule: Rule, instant: datetime) -> datetime | None:
    """The first firing strictly after an aware `instant`; None for a pulse, which has no instants of its own."""
    match rule:
        case Pulse():
            return None
        case Every(minutes):
            step = timedelta(minutes=minutes)
            midnight = _midnight(instant)
            return midnight + step * ((instant - midnight) // step + 1)
        case Daily(hour, minute):
            today = _midnight(instant) + timedelta(hours=hour, minutes=minute)
            return today if today > instant else today + timedelta(days=1)


def checked(jobs: Iterable[Job]) -> tuple[Job, ...]:
    """The jobs; raises ValueError when two have one name."""
    found: dict[str, Job] = {}
    for job in jobs:
        if found.setdefault(job.name, job) is not job:
            raise ValueError(f"two jobs are called {job.name!r}")
    return tuple(found.values())


def _midnight(instant: datetime) -> datetime:
    return instant.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
