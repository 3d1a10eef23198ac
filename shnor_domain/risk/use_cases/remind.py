"""The daily planning: what waits to be confirmed reaches those who may confirm it now. Nobody's action."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from shnor_domain.clock import Clock
from shnor_domain.identity import Territory
from shnor_domain.notifications.model import Notice
from shnor_domain.one_by_one import one_by_one
from shnor_domain.risk import notices
from shnor_domain.risk.ports import RiskWork
from shnor_domain.risk.reviewers import MOVED_UP, REMINDED, Reviewers
from shnor_domain.risk.waiting import Waiting, all_waiting
from shnor_domain.territories.ports import Scope
from shnor_domain.work import Opens

AHEAD = timedelta(days=1)
"""Days of a school beyond its today: the job runs once a day, and no digest may come before it."""


@dataclass(frozen=True, slots=True)
class PlanRiskReviews:
    """Rows for the next digests, any number of times: each has its key. Who was not asked yet, because she holds her
    place since, is asked; on the third working day who holds the lowest level is reminded, on the fifth the level above
    hears of it (L5). A municipality is a unit of its own, so that one cannot hold up the rest.
    """

    read: Opens[RiskWork]
    write: Opens[RiskWork]
    clock: Clock

    async def __call__(self) -> int:
        """How many rows are planned for these days, old ones included."""
        now, units = self.clock.now(), defaultdict[Territory, list[Waiting]](list)
        async with self.read() as work:
            for one in await all_waiting(work, Scope(everything=True)):
                units[Territory(one.case.where.region, one.case.where.municipality)].append(one)
        return await one_by_one(
            self.write,
            units,
            lambda work, unit: _plan(work, units[unit], now),
            "reviews of risk profiles of %s could not be planned",
        )


async def _plan(work: RiskWork, waiting: Sequence[Waiting], now: datetime) -> int:
    reviewers = Reviewers(work, now)
    await reviewers.learn({one.case.where for one in waiting})
    rows = [row for one in waiting for row in await _rows(reviewers, one)]
    await work.notices.lay(rows)
    return len(rows)


async def _rows(reviewers: Reviewers, one: Waiting) -> list[Notice]:
    """What was decided since the waiting ones were read is found untrue before it is sent."""
    where = one.case.where
    holding, (third, fifth) = await reviewers.holding(where, one.authors), await reviewers.days(one)
    horizon = await reviewers.today(where) + AHEAD
    if horizon < third:
        return notices.waits(one, holding)
    due = await reviewers.midnight(where, third)
    rows = [notices.reminds(one, person, REMINDED, due) for person in sorted(holding)]
    if horizon >= fifth:
        due = await reviewers.midnight(where, fifth)
        above = await reviewers.above(one) - holding
        rows += [notices.reminds(one, person, MOVED_UP, due) for person in sorted(above)]
    return rows
