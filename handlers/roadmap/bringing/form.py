"""What the form keeps between taps: the file's key and the answers; the draft is read anew for each window."""

from dataclasses import replace
from datetime import date
from typing import Any

from aiogram_dialog import DialogManager

from handlers.people.form import Form, territory_data, territory_of
from handlers.registration.views import place_words
from handlers.shell import given, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.errors import Stale
from shnor_domain.identity import SchoolId
from shnor_domain.roadmap.bringing.answers import Answers, PeriodAnswer
from shnor_domain.roadmap.bringing.report import PlanReport
from shnor_domain.roadmap.model import Programme
from shnor_domain.roadmap.periods.model import PlanWindow
from shnor_domain.roadmap.use_cases.bring_plan import ShowPlan
from shnor_domain.territories.use_cases.naming import NameTerritories


def begin(manager: DialogManager, report: PlanReport) -> None:
    """Keep what a first report knows; answers to an earlier file are forgotten."""
    manager.dialog_data.clear()
    manager.dialog_data.update(file=report.file, name=report.name, answers=answers_data(report.answers))


async def the_report(manager: DialogManager) -> PlanReport:
    """The report with the answers so far; `Stale` when the file is gone."""
    form = Form(manager)
    show = await given(manager, ShowPlan)
    return await show(actor_of(manager), str(form["file"]), str(form["name"]), answers_of(manager))


def answers_of(manager: DialogManager) -> Answers:
    """The answers so far."""
    data = Form(manager)["answers"]
    try:
        return Answers(
            window=window_of(data["window"]),
            years=int(data["years"]),
            periods={int(place): PeriodAnswer(*answer) for place, answer in data["periods"].items()},
            bodies=dict(data["bodies"]),
            title=str(data["title"]),
            programme=Programme(data["programme"]),
            territory=None if data["territory"] is None else territory_of(data["territory"]),
            schools=tuple(SchoolId(school) for school in data["schools"]),
        )
    except (KeyError, TypeError, ValueError) as changed:  # a form of an earlier version of the bot
        raise Stale from changed


def answer(manager: DialogManager, **answers: Any) -> None:
    """Change some of them, named as in `Answers`."""
    Form(manager)["answers"] = answers_data(replace(answers_of(manager), **answers))


def answers_data(answers: Answers) -> dict[str, Any]:
    """Answers as JSON."""
    return {
        "window": window_data(answers.window),
        "years": answers.years,
        "periods": {str(place): [each.reading, each.text] for place, each in answers.periods.items()},
        "bodies": dict(answers.bodies),
        "title": answers.title,
        "programme": answers.programme.value,
        "territory": None if answers.territory is None else territory_data(answers.territory),
        "schools": [int(school) for school in answers.schools],
    }


def window_data(window: PlanWindow | None) -> list[Any] | None:
    """Years of a plan as JSON."""
    if window is None:
        return None
    return [window.first.isoformat(), window.last.isoformat(), window.school, window.unnamed]


def window_of(data: list[Any] | None) -> PlanWindow | None:
    """The years of `window_data`."""
    if data is None:
        return None
    first, last, school, unnamed = data
    return PlanWindow(date.fromisoformat(first), date.fromisoformat(last), bool(school), unnamed)


async def place_of(manager: DialogManager, report: PlanReport) -> str:
    """For whom the plan is, in words; empty while nobody has said."""
    where = report.answers.territory
    if where is None:
        return ""
    names = await (await given(manager, NameTerritories))([where])
    return place_words(texts_of(manager), names[where])
