"""Whoever may confirm now is told of what waits: a successor too, after three working days again, then one level up."""

from datetime import date, timedelta

import pytest

from shnor_domain.people.model.preferences import Preferences
from shnor_domain.risk.notices import WAITS
from shnor_domain.risk.review_rows import RiskWaits
from shnor_domain.risk.use_cases.remind import PlanRiskReviews
from tests.support.risk import STAFF, Risk
from tests.support.village import whose

YAKUTSK = timedelta(hours=9)


@pytest.fixture
async def waiting(risk: Risk) -> Risk:
    """Decided on Monday 30 November."""
    await risk.enters("region")
    await risk.decides(STAFF)
    return risk


async def planned(risk: Risk, days: int = 0) -> list[tuple[str, date]]:
    """Who has a row for which day of Якутск, planned twice so many days later; those that are untrue are left out."""
    village = risk.street.village
    village.clock.forward(days=days)
    for _ in range(2):
        await village.use(PlanRiskReviews)()
    names, still = {actor.person: name for name, actor in risk.street.people.items()}, RiskWaits(village.units.read)
    return [
        (names[row.notice.person], (row.notice.due + YAKUTSK).date())
        for row in await risk.told(WAITS)
        if await still(row, max(village.clock.now(), row.notice.due))
    ]


async def test_after_three_working_days_the_reviewer_is_reminded_and_after_five_the_level_above_hears(
    waiting: Risk,
) -> None:
    asked = ("curator", date(2026, 11, 30))
    assert await planned(waiting) == [asked]
    assert await planned(waiting, 1) == [asked]
    assert await planned(waiting, 1) == [asked, ("curator", date(2026, 12, 3))]
    assert await planned(waiting, 4) == [asked, ("curator", date(2026, 12, 3)), ("district", date(2026, 12, 7))]
    village = waiting.street.village
    village.clock.forward(days=1)
    case = await waiting.case(STAFF)
    assert (await waiting.confirms("district", case)).verified, "who has heard of it may confirm it"
    assert await planned(waiting) == []


async def test_when_the_reviewer_goes_the_next_one_is_asked(waiting: Risk) -> None:
    village, curator = waiting.street.village, whose(waiting.who("curator"))
    assert await planned(waiting) == [("curator", date(2026, 11, 30))]
    async with village.units.write() as work:
        await work.people.save_preferences(Preferences(curator, leave_until=date(2026, 12, 20)))
    assert await planned(waiting, 1) == [("district", date(2026, 11, 30))]
