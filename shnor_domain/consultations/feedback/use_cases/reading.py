"""What a host, and the coordinators over all of her times, read of the answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from shnor_domain.clock import Clock
from shnor_domain.consultations.feedback.model import FEWEST, Told
from shnor_domain.consultations.feedback.ports import FeedbackWork
from shnor_domain.consultations.feedback.rules import last_closed, next_month, told
from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import COORDINATOR_ROLES, Actor, PersonId, SubjectId
from shnor_domain.work import Opens

LOOKED_AT = timedelta(days=366)
"""How far back answers are told."""


@dataclass(frozen=True, slots=True)
class Answers:
    """Months of a host, the newest first, with names of their subjects; `until` is the first day that is not told yet.
    `lines` are what was written about months that are told, to the host herself alone."""

    months: tuple[Told, ...]
    subjects: Mapping[SubjectId, str]
    until: date
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FeedbackOnHost:
    """The host herself, and a coordinator whose territories cover every time that she has ever published: who saw a
    part of them only could reckon with what others see. For all others `NotFound`."""

    read: Opens[FeedbackWork]
    clock: Clock

    async def __call__(self, actor: Actor, host: PersonId | None = None) -> Answers:
        """Of the actor herself without `host`; months of the last year that are closed."""
        if actor.person is None:
            raise NotAllowed
        whose = actor.person if host is None else host
        month = last_closed(self.clock.now())
        async with self.read() as work:
            if whose != actor.person:
                areas = await work.feedback.areas(whose)
                if not areas or not all(actor.reaches(area, *COORDINATOR_ROLES) for area in areas):
                    raise NotFound
            until = next_month(month)
            sums = await work.feedback.sums(whose, (until - LOOKED_AT).replace(day=1), until)
            lines: list[str] = []
            if whose == actor.person:
                for each in sums:
                    if each.people >= FEWEST:
                        lines += await work.feedback.lines(whose, each)
            return Answers(tuple(told(sums)), await work.directory.subjects(), until, tuple(sorted(lines)))
