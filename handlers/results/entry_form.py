"""What the guided input keeps between messages: the year, the procedure that is asked for, numbers, their source."""

from collections.abc import Mapping, Sequence

from aiogram_dialog import DialogManager

from handlers.people.form import Form
from handlers.results.opening import the_school
from handlers.results.states import ResultEntry
from shnor_domain.errors import NotFound, Stale
from shnor_domain.results.entering import Entry
from shnor_domain.results.procedures import Procedure, ProcedureCode, applicable, by_code, procedures
from shnor_domain.results.use_cases.reading import SchoolResults
from shnor_domain.territories.model import SchoolYear

Pair = tuple[int, int]


async def entry_view(manager: DialogManager) -> SchoolResults:
    """The school of the form; `NotFound` once its reader may enter nothing there."""
    view = await the_school(manager)
    if not view.enters:
        raise NotFound
    return view


def year_of(manager: DialogManager) -> SchoolYear:
    """The chosen year."""
    return SchoolYear(int(Form(manager)["year"]))


def steps_of(manager: DialogManager, view: SchoolResults) -> Sequence[Procedure]:
    """Procedures that are asked for one after the other; the only one of a correction."""
    single = Form(manager).get("single")
    if single is None:
        return applicable(view.without_ege)
    if single not in by_code():
        raise Stale
    return (by_code()[ProcedureCode(single)],)


def step_of(manager: DialogManager, steps: Sequence[Procedure]) -> int:
    """Counted from 0; the school may have lost its ЕГЭ meanwhile."""
    return min(int(Form(manager).get("at") or 0), len(steps) - 1)


def current(manager: DialogManager, steps: Sequence[Procedure]) -> Procedure:
    """The one that is asked for: of the steps, or the one that is corrected from the look."""
    fixing = Form(manager).get("fixing")
    return by_code()[ProcedureCode(fixing)] if fixing in by_code() else steps[step_of(manager, steps)]


def got_of(manager: DialogManager) -> Mapping[ProcedureCode, Pair]:
    """Numbers so far."""
    got = Form(manager).get("got") or {}
    return {ProcedureCode(code): (int(pair[0]), int(pair[1])) for code, pair in got.items()}


def half_of(manager: DialogManager) -> tuple[int, ...]:
    """The first number of two that come in two messages."""
    half = Form(manager).get("half")
    return () if half is None else (int(half),)


def keep(manager: DialogManager, code: ProcedureCode, pair: Pair | None) -> None:
    """Remember numbers of a procedure, or forget them."""
    got = {**got_of(manager)}
    got.pop(code, None)
    if pair is not None:
        got[code] = pair
    Form(manager)["got"], Form(manager)["half"] = {each: list(numbers) for each, numbers in got.items()}, None


async def forward(manager: DialogManager, steps: Sequence[Procedure]) -> None:
    """The next procedure; after the last one, and after a correction, the source if it is not known, and the look."""
    form = Form(manager)
    form["half"] = None
    at = step_of(manager, steps)
    if form.get("fixing") is None and at + 1 < len(steps):
        form["at"] = at + 1
        return
    form["fixing"] = None
    known = form.get("source") is not None or not got_of(manager)
    await manager.switch_to(ResultEntry.check if known else ResultEntry.source)


def entries_of(manager: DialogManager) -> list[Entry]:
    """What is to be written, in the order of procedures."""
    got, year = got_of(manager), year_of(manager)
    return [Entry(year, each.code, *got[each.code]) for each in procedures() if each.code in got]
