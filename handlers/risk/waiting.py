"""«Профили ждут моего решения»: decisions, programmes and closings that the reader may confirm or return now."""

from collections.abc import Sequence
from typing import Any

from aiogram_dialog import Dialog, DialogManager

from handlers.menu.entries import Entry, Section, having
from handlers.people.eyes import named_schools
from handlers.registration.views import place_words
from handlers.risk.factor.opening import open_factor
from handlers.risk.states import RiskWaiting
from handlers.risk.words import words_of
from handlers.shell import Choice, Screen, T, choices, given, menu_button, way_back
from handlers.shell.acting import actor_of
from handlers.shell.fitting import fit
from handlers.shell.turning import Turning, turned_to
from handlers.texts import Safe
from shnor_domain.identity import RegionId, Role
from shnor_domain.people.model.days import local_day
from shnor_domain.risk.access import MANAGING
from shnor_domain.risk.factors import FactorCode
from shnor_domain.risk.model import CaseId
from shnor_domain.risk.use_cases.catalogue import FactorsOfSchool
from shnor_domain.risk.use_cases.counts import WaitingRisk
from shnor_domain.risk.waiting import Waiting
from shnor_domain.territories.paging import page_of

LIST = "waiting"
REVIEWING = (Role.SCHOOL_CURATOR, *MANAGING)
_PLACE = 120


async def _waiting(manager: DialogManager) -> Sequence[Waiting]:
    return await (await given(manager, WaitingRisk))(actor_of(manager))


async def rows(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page by the day of asking, a line and a button each."""
    words, waiting = await words_of(dialog_manager), await _waiting(dialog_manager)
    page = page_of(waiting, turned_to(dialog_manager, LIST))
    shown = [one.case.where.school for one in page.rows if one.case.where.school is not None]
    places = await named_schools(dialog_manager, shown)
    names = await _names(dialog_manager, page.rows)
    lines, buttons = [], []
    for number, one in enumerate(page.rows, page.number * 8 + 1):
        factor = names[one.case.where.region][one.case.factor]
        where = "" if one.case.where.school is None else place_words(words.texts, places[one.case.where.school])
        day = words.day(local_day(one.since, words.eyes.actor.zone))
        facts = {"number": str(number), "matter": one.matter.value, "factor": factor}
        lines.append(words.texts("risk-waiting-row", where=fit(where, _PLACE), day=day, **facts))
        buttons.append(Choice(one.case.id, words.texts.button("btn-risk-factor", number=str(number), name=factor)))
    return {
        LIST: buttons,
        "lines": Safe("\n".join(lines)),
        "count": page.total,
        "none": not page.total,
        "page": page.number,
        "pages": page.pages,
    }


async def _names(manager: DialogManager, rows: Sequence[Waiting]) -> dict[RegionId | None, dict[FactorCode, str]]:
    """Short names of factors, by the catalogue of each region that stands on the page."""
    schools = {one.case.where.region: one.case.where.school for one in rows}
    read = await given(manager, FactorsOfSchool)
    return {
        region: {one.code: one.name for one in await read(actor_of(manager), school)}
        for region, school in schools.items()
        if school is not None
    }


async def on_row(manager: DialogManager, case: int) -> None:
    """Its card; «Назад» leads back here."""
    await open_factor(manager, CaseId(case))


async def count(*, dialog_manager: DialogManager, **_: Any) -> int:
    """How many."""
    return len(await _waiting(dialog_manager))


def dialog() -> Dialog:
    """The list; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("risk-waiting-none", when="none"),
            T("risk-waiting", "count", "lines", when="count"),
            choices(LIST, on_row, int),
            Turning(LIST),
            way_back(),
            menu_button(),
            state=RiskWaiting.all,
            getter=rows,
        ),
        name="risk-waiting",
    )


WAITING = (Entry("waits-risk", RiskWaiting.all, having(*REVIEWING), Section.SCHOOL, count=count),)
