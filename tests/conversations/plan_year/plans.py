"""Plans brought in as a regional coordinator does it, and their items as the oracle knows them."""

from collections.abc import Iterable
from pathlib import Path

from shnor_domain.roadmap.bringing.answers import Answers
from shnor_domain.roadmap.model import Item
from shnor_domain.roadmap.periods.model import PlanWindow
from shnor_domain.roadmap.use_cases.bring_plan import ConfirmPlan, ReadPlan, ShowPlan
from shnor_domain.roadmap.use_cases.plan_bodies import NameBody
from tests.conversations.plan_year.land import BODY, MINISTRY, OF_BODIES, UNITS, WHOLE, Settled
from tests.oracle.roadmaps import facts
from tests.support.plans_at_hand import plan_file

DOCUMENT = (Path(__file__).parents[2] / "data" / "roadmap_osetia.docx").read_bytes()
"""The plan of 2021 as it stands: twelve of its items are due on the last day of its year."""
SLIPS = {
    "МОИИ РСО-А": MINISTRY,
    "МОН РСО-А": MINISTRY,
    "МОиН РСО-А": MINISTRY,
    "Мон РСО-А": MINISTRY,
    "СОРИПКСРО": BODY,
}
OF_SCHOOLS = plan_file(
    ("1", "Самодиагностика", "до 18 сентября 2026", "ШНОР", "Отчёт"),
    ("2", "Договор с базовой школой", "до 2 ноября 2026", "ШНОР, МОУО", "Договор"),
    ("3", "Каникулы: разбор результатов", "до 11 января 2027", "ШНОР", "Справка"),
    ("4", "Пробный экзамен", "октябрь 2026, апрель 2027", "ШНОР", "Справка"),
    ("5", "Собрание родителей", "до 24 февраля 2027", "МОУО", "Протокол"),
    ("6", "Итоги года", "до 11 мая 2027", "ШНОР, МОУО", "Отчёт"),
    ("7", "Летняя подготовка", "до 5 июля 2027", "ШНОР", "Справка"),
    ("8", "Встречи наставников", "когда удобно", "ШНОР", "Протокол"),
)  # fmt: skip


async def bring(settled: Settled, name: str, body: bytes, *, years: int = 0, title: str = "") -> list[Item]:
    """Read, answered and confirmed; `years` later than it stands, its leaves as they are stored."""
    talk = settled.talk
    actor = await talk.actor(settled.people[WHOLE.coordinators[0]])
    report = await (await talk.the(ReadPlan))(actor, name, body)
    answers = Answers(
        window=_first(report.windows), years=years, bodies=SLIPS, title=title or report.title, without_date=True,
        territory=talk.where(region=WHOLE.name),
    )  # fmt: skip
    report = await (await talk.the(ShowPlan))(actor, report.file, name, answers)
    assert not report.missing, report.missing
    plan = await (await talk.the(ConfirmPlan))(actor, report.file, name, answers, report.digest)
    async with talk.units.read() as work:
        items = await work.plans.items(plan)
    wholes = {item.parent for item in items}
    return [item for item in items if item.id not in wholes]


async def name_bodies(settled: Settled) -> None:
    """Who answers for the two bodies of the region's plans."""
    talk = settled.talk
    actor = await talk.actor(settled.people[WHOLE.coordinators[0]])
    region = talk.where(region=WHOLE.name).region
    assert region is not None
    for body, people in OF_BODIES.items():
        for who in people:
            await (await talk.the(NameBody))(actor, region, body, await talk.person_id(settled.people[who]))


def as_facts(settled: Settled, items: Iterable[Item]) -> tuple[facts.Item, ...]:
    """What a plan says, without the bot's own words for it."""
    units = {settled.talk.where(unit.name): unit for unit in UNITS}
    found = []
    for item in items:
        school = None if item.owner.school is None else settled.schools[item.owner.school]
        of_region = item.owner.municipality is None
        unit = school.unit if school is not None else WHOLE if of_region else units[item.owner]
        chief = (OF_BODIES.get(item.bodies[0], ()) if item.bodies else ()) or WHOLE.coordinators if of_region else ()
        lasts = tuple(window.last for window in item.period.windows)
        begins = tuple(window.first for window in item.period.windows)
        found.append(
            facts.Item(item.id, item.title, item.position, lasts, unit, item.known, school, of_region, chief, begins)
        )
    return tuple(found)


def _first(windows: tuple[PlanWindow, ...]) -> PlanWindow | None:
    """Where a plan leaves its years open: the first reading."""
    return windows[0] if windows else None
