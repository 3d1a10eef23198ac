"""Plans that nobody has seen before: columns in any order, headings in other words, rows cut anywhere, other years."""

import calendar
import csv
import re
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path
from random import Random

import pytest

from bot.worker.documents import read_document
from shnor_domain.roadmap.bodies.finding import Bodies
from shnor_domain.roadmap.bodies.model import body_rows, shipped_bodies
from shnor_domain.roadmap.imports.model import Doubt, PlanDraft
from shnor_domain.roadmap.imports.plan import read_plan
from shnor_domain.roadmap.periods.model import Period, calendar_plan
from shnor_domain.tables import Table
from tests.support.made_plans import REGION, MadePlan, MadeRow, document, random_rows

MENDED = Path(__file__).parents[2] / "data" / "roadmap_osetia.csv"
KINDS = ("docx", "xlsx", "csv")
SEEDS = range(10)


def read(plan: MadePlan, bodies: Bodies, **window: int) -> PlanDraft:
    table = read_document(plan.name, plan.body)
    assert isinstance(table, Table), table
    return read_plan(table, bodies, calendar_plan(**window) if window else None)


def assert_same(draft: PlanDraft, plan: MadePlan) -> None:
    assert [item.number for item in draft.items] == [row.number for row in plan.rows]
    for item, row in zip(draft.items, plan.rows, strict=True):
        assert isinstance(item.period, Period), (row.period, item.period)
        assert tuple((window.first, window.last) for window in item.period.windows) == row.windows, row.period
        assert {body.name for body in item.responsible} == set(row.bodies), (row.responsible, item.remarks)
        assert SequenceMatcher(None, item.title, row.title, autojunk=False).ratio() >= 0.95, (item.title, row.title)
    assert {item.number for item in draft.items if Doubt.TITLE_JOINED in item.doubts} == plan.cut


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("school", [False, True], ids=["calendar", "school"])
@pytest.mark.parametrize("seed", SEEDS)
def test_forty_random_rows(seed: int, school: bool, kind: str) -> None:
    random = Random(f"{seed} {school} {kind}")
    year = random.randint(2019, 2035)
    heading = f"План мероприятий на {year}/{year + 1} учебный год" if school else f"План мероприятий на {year} год"
    plan = document(random, random_rows(random, 40, year, school=school), kind, heading)
    draft = read(plan, Bodies(shipped_bodies(), body_rows(REGION)))
    assert draft.window is not None
    assert_same(draft, plan)


def real_rows(years: int) -> list[MadeRow]:
    """The rows of a real plan, in other years."""

    def later(text: str) -> str:
        return re.sub(r"\b20\d\d\b", lambda found: str(int(found[0]) + years), text)

    def day(text: str, last: bool) -> date:
        year, month, number = map(int, text.split("-"))
        return date(year + years, month, calendar.monthrange(year + years, month)[1] if last else number)

    rows = []
    with MENDED.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            spans = (row["windows"] or f"{row['start_date']}/{row['end_date']}").split(";")
            windows = tuple((day(first, False), day(last, True)) for first, last in (span.split("/") for span in spans))
            bodies = tuple(part.strip() for part in row["responsible"].split(";"))
            rows.append(
                MadeRow(
                    row["number"], row["title"], later(row["period_verbatim"]), windows, bodies,
                    row["responsible_verbatim"].replace("Мониторинг", "МОиН"), row["goal"], row["result"],
                )
            )  # fmt: skip
    return rows


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", SEEDS)
def test_the_rows_of_a_real_plan_in_other_years(seed: int, kind: str) -> None:
    random = Random(f"{seed} {kind}")
    years = random.choice([-2, 1, 3, 5, 6, 7])
    rows = real_rows(years)
    region = body_rows({"name": name} for name in sorted({body for row in rows for body in row.bodies}))
    heading = f"План мероприятий на {2021 + years}-{2022 + years} год"
    plan = document(random, rows, kind, heading, sections=False)
    draft = read(plan, Bodies(shipped_bodies(), region), first=2021 + years, last=2022 + years, unnamed=2021 + years)
    assert_same(draft, plan)
