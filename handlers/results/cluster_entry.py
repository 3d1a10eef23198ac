"""A cluster of a school and year, entered with its document, never reckoned (R037)."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.people.eyes import eyes_of
from handlers.people.form import Form, take_data
from handlers.results.opening import school_of, the_school
from handlers.results.states import ClusterEntry
from handlers.results.wording import wording_of
from handlers.schools.views import school_name
from handlers.shell import (
    Asks,
    Choice,
    Screen,
    T,
    back_button,
    cancel_button,
    choices,
    given,
    menu_button,
    texts_of,
)
from handlers.shell.acting import actor_of
from shnor_domain.errors import NotFound, Stale
from shnor_domain.results.clusters import Cluster
from shnor_domain.results.entering import checked_source
from shnor_domain.results.model import LONGEST_SOURCE
from shnor_domain.results.use_cases.clusters import EnterCluster
from shnor_domain.territories.model import SchoolYear

NONE = "none"
_CODES = (*(cluster.value for cluster in Cluster), NONE)


async def year(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The last three, the latest first."""
    eyes, view, words = (
        await eyes_of(dialog_manager),
        await the_school(dialog_manager),
        await wording_of(dialog_manager),
    )
    if not view.marks:
        raise NotFound
    rows = [Choice(int(one.year), words.year(one.year)) for one in reversed(view.clusters)]
    return {"school": school_name(eyes, view.school), "rows": rows}


async def on_year(manager: DialogManager, chosen: int) -> None:
    """On to the cluster."""
    if chosen not in {int(one.year) for one in (await the_school(manager)).clusters}:
        raise Stale
    Form(manager)["year"] = chosen
    await manager.switch_to(ClusterEntry.cluster)


async def so_far(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """School, year and what was answered."""
    eyes, view, words = (
        await eyes_of(dialog_manager),
        await the_school(dialog_manager),
        await wording_of(dialog_manager),
    )
    form = Form(dialog_manager)
    code = str(form.get("cluster") or NONE)
    names = {each.value: words.cluster(each) for each in Cluster} | {NONE: words.cluster(None)}
    return {
        "school": school_name(eyes, view.school),
        "year": words.year(SchoolYear(int(form["year"]))),
        "cluster": names[code],
        "source": str(form.get("source") or ""),
        "rows": [Choice(each, eyes.texts.button("btn-results-cluster-name", name=names[each])) for each in _CODES],
    }


async def on_cluster(manager: DialogManager, code: str) -> None:
    """On to the document; «нет данных» needs none."""
    if code not in _CODES:
        raise Stale
    form = Form(manager)
    form["cluster"] = code
    if code == NONE:
        form["source"] = ""
    await manager.switch_to(ClusterEntry.check if code == NONE else ClusterEntry.source)


async def on_source(manager: DialogManager, typed: str) -> None:
    """On to the look."""
    Form(manager)["source"] = checked_source(typed)
    await manager.switch_to(ClusterEntry.check)


async def on_keep(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Kept; back to the history."""
    form = Form(manager)
    code, kept_year = str(form["cluster"]), SchoolYear(int(form["year"]))
    cluster = None if code == NONE else Cluster(code)
    enter = await given(manager, EnterCluster)
    await enter(actor_of(manager), school_of(manager), kept_year, cluster, str(form["source"]))
    await manager.done({"said": str(texts_of(manager)("results-cluster-kept"))})


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("results-cluster-year", "school"),
            choices("rows", on_year, int),
            cancel_button("btn-back"),
            menu_button(),
            state=ClusterEntry.year,
            getter=year,
        ),
        Screen(
            T("results-cluster-which", "school", "year"),
            choices("rows", on_cluster, str),
            back_button(ClusterEntry.year),
            menu_button(),
            state=ClusterEntry.cluster,
            getter=so_far,
        ),
        Screen(
            T("results-cluster-source", "school", "year", "cluster"),
            Asks("source", on_source, most=LONGEST_SOURCE),
            back_button(ClusterEntry.cluster),
            menu_button(),
            state=ClusterEntry.source,
            getter=so_far,
        ),
        Screen(
            T("results-cluster-check", "school", "year", "cluster"),
            T("results-cell-source", "source", when="source"),
            Button(T("btn-results-keep"), id="keep", on_click=on_keep),
            back_button(ClusterEntry.cluster),
            menu_button(),
            state=ClusterEntry.check,
            getter=so_far,
        ),
        on_start=take_data,
        name="cluster-entry",
    )
