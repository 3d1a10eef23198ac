"""The reviewer's ladder, laid once a day beside the owner's (L5), and whether what was laid is still true."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from shnor_domain.identity import Actor, PersonId, Territory
from shnor_domain.notifications.model import Notice, StoredNotice
from shnor_domain.notifications.ports import StillTrue
from shnor_domain.people.use_cases.rights import in_force_now
from shnor_domain.roadmap.benches import Benches, answers_for, curates
from shnor_domain.roadmap.evidence import EvidenceId, EvidenceState, was_decided
from shnor_domain.roadmap.ladder import review_days
from shnor_domain.roadmap.model import Item, ItemState
from shnor_domain.roadmap.notices import midnight
from shnor_domain.roadmap.ports import RoadmapWork
from shnor_domain.roadmap.review_notices import DECISION, REVIEW, review
from shnor_domain.roadmap.telling import item_of
from shnor_domain.work import Opens

DAYS_AHEAD = timedelta(days=2)
"""As the steps of owners: the job runs once a day."""


async def plan_reviews(work: RoadmapWork, unit: Territory, now: datetime) -> int:
    """Lay the rows of one municipality with its schools, or of a region's own items, that are due by the day after
    tomorrow. A day that was slept through is made up for: evidence waits as long as nobody decides.
    """
    items = await work.plans.on_review(unit)
    if not items:
        return 0
    zone, calendar = await work.plan_lands.zone_of(unit), await work.plan_lands.calendar_of(unit)
    benches, waiting = Benches(work, now), await work.evidence.waiting([item.id for item in items])
    await benches.learn(items)
    horizon = await benches.today(unit) + DAYS_AHEAD
    rows: dict[str, Notice] = {}
    for item in items:
        author = waiting[item.id].author if item.id in waiting else None
        if item.sent is None:
            continue
        days = review_days(await benches.local_day(unit, item.sent), calendar)
        for day, people in await _due(benches, item, author, days, horizon):
            for person in sorted(people):
                row = review(item, person, midnight(day, zone))
                rows.setdefault(row.key, row)
    await work.notices.lay(list(rows.values()))
    return len(rows)


async def _due(
    benches: Benches, item: Item, author: PersonId | None, days: tuple[date, date], horizon: date
) -> list[tuple[date, Collection[PersonId]]]:
    """Days that have come, or come soon, with all who may decide from that day on."""
    return [
        (day, await benches.deciders(item, author, moved_up=moved_up))
        for day, moved_up in zip(days, (False, True), strict=True)
        if day <= horizon
    ]


@dataclass(frozen=True, slots=True)
class ReviewWaits:
    """To a reviewer: the same evidence waits still, and she may decide on it."""

    read: Opens[RoadmapWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False once it was decided, sent anew, or has no longer anything to do with her."""
        async with self.read() as work:
            item = await work.plans.item(item_of(row.notice))
            if item is None or item.state is not ItemState.ON_REVIEW or item.sent is None:
                return False
            if item.sent != datetime.fromtimestamp(int(row.notice.payload["sent"] or 0), UTC):
                return False
            waiting = await work.evidence.waiting([item.id])
            author = waiting[item.id].author if item.id in waiting else None
            return row.notice.person in await Benches(work, now).deciders(item, author)


@dataclass(frozen=True, slots=True)
class DecisionStands:
    """To the author: the version is what the row says, and the item is still hers to know of."""

    read: Opens[RoadmapWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False when it was decided anew meanwhile, erased after it was confirmed, or she answers for the item no
        more."""
        async with self.read() as work:
            version = await work.evidence.one(EvidenceId(int(row.notice.payload["evidence"] or 0)))
            item = None if version is None else await work.plans.item(version.item)
            if version is None or item is None or version.author != row.notice.person:
                return False
            outcome = EvidenceState(str(row.notice.payload["outcome"]))
            # of an erased version the item alone tells that it was returned last
            returned = was_decided(version) and item.state is ItemState.OPEN and item.returned == version.decided
            if version.state is not outcome and not (returned and outcome is EvidenceState.RETURNED):
                return False
            places = await in_force_now(work, row.notice.person, now)
            author = Actor(row.notice.person, 0, places=tuple(places))
            return curates(author, item) or await answers_for(work, author, item)


def checks(read: Opens[RoadmapWork]) -> Mapping[str, StillTrue]:
    """The re-check of each kind of `review_notices.POLICIES`."""
    return {REVIEW: ReviewWaits(read), DECISION: DecisionStands(read)}
