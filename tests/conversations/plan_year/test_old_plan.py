"""The plan of 2021 as it stands, saved unmoved: nothing goes to anybody, while another plan is told of (L2)."""

from datetime import UTC, datetime, timedelta

from shnor_domain.roadmap.model import Item
from tests.conversations.plan_year.land import Settled, settle
from tests.conversations.plan_year.plans import DOCUMENT, bring, name_bodies
from tests.conversations.plan_year.walk import Walk
from tests.oracle.roadmaps.year import Digest
from tests.support.bot_in_memory import MovedClock, talking_bot
from tests.support.plans_at_hand import plan_file

SEPTEMBER = datetime(2026, 9, 1, 3, 0, tzinfo=UTC)
MONTH = timedelta(days=30)
CONTROL = plan_file(("1", "Самодиагностика", "до 18 сентября 2026", "ШНОР", "Отчёт"))


async def unmoved(settled: Settled) -> list[Item]:
    """Brought in by the region, with people behind its bodies."""
    items = await bring(settled, "план.docx", DOCUMENT)
    await name_bodies(settled)
    return items


async def test_l2_an_old_plan_saved_unmoved_sends_nothing_for_thirty_days(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url, MovedClock(SEPTEMBER)) as talk:
        settled = await settle(talk)
        items = await unmoved(settled)
        lasts = [item.last_day for item in items if item.last_day is not None]
        assert len(lasts) > 40 and max(lasts).year == 2022
        walk = Walk(settled)
        await walk.to(SEPTEMBER + MONTH)
        assert walk.told == []


async def test_l2_in_the_same_month_another_plan_is_told_of_and_the_old_one_is_not(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url, MovedClock(SEPTEMBER)) as talk:
        settled = await settle(talk)
        await unmoved(settled)
        await bring(settled, "школы.csv", CONTROL)
        walk = Walk(settled)
        await walk.to(SEPTEMBER + MONTH)
    rows = [row for told in walk.told if isinstance(told, Digest) for row in told.rows]
    assert {row.what for row in rows if row.day is not None} == {"Самодиагностика"}
    assert {told.who for told in walk.told} >= {
        "Анна Первая",
        "Ксения Кураторова",
        "Клара Центрова",
        "Регина Областная",
    }
