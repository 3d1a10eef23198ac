"""Clusters of a school by year with their documents, and how it moved."""

from collections.abc import Sequence
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from handlers.people.eyes import eyes_of
from handlers.results.opening import on_said, school_of, the_school, watches
from handlers.results.states import ClusterEntry, Results
from handlers.results.wording import Wording, wording_of
from handlers.schools.views import school_name
from handlers.shell import Screen, T, given, menu_button
from handlers.shell.fitting import fit
from handlers.texts import Safe
from shnor_domain.results.clusters import KeptCluster
from shnor_domain.results.use_cases.clusters import ClusterHistory
from shnor_domain.results.use_cases.reading import ClusterYear

_SOURCE = 100


async def clusters(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The last three years with how the school moved, before them what was entered of earlier ones."""
    eyes, view, words = (
        await eyes_of(dialog_manager),
        await the_school(dialog_manager),
        await wording_of(dialog_manager),
    )
    kept = await (await given(dialog_manager, ClusterHistory))(eyes.actor, view.school.id)
    official = watches(eyes.actor)
    told = [_line(words, one, official) for one in reversed(view.clusters)]
    shown = {one.year for one in view.clusters}
    told += _earlier(words, [one for one in reversed(kept) if one.year not in shown], official)
    return {
        "school": school_name(eyes, view.school),
        "lines": Safe("\n".join(told)),
        "some": bool(kept),
        "empty": not kept and view.marks,
        "empty_reader": not kept and not view.marks,
        "marks": view.marks,
    }


def _line(words: Wording, one: ClusterYear, official: bool) -> Safe:
    return words.texts(
        "results-cluster-line",
        year=words.year(one.year),
        cluster=_name(words, one.kept, official),
        source="" if one.kept is None else fit(one.kept.source, _SOURCE),
        sourced=one.kept is not None,
        dynamics=one.dynamics.value,
    )


def _earlier(words: Wording, kept: Sequence[KeptCluster], official: bool) -> list[Safe]:
    return [
        words.texts(
            "results-cluster-earlier",
            year=words.year(one.year),
            cluster=_name(words, one, official),
            source=fit(one.source, _SOURCE),
        )
        for one in kept
    ]


def _name(words: Wording, kept: KeptCluster | None, official: bool) -> str:
    """To a school a number: how lists call it stays with who works with lists (screens.md)."""
    cluster = None if kept is None else kept.cluster
    if cluster is None or official or not cluster.rank:
        return words.cluster(cluster)
    return words.texts.plain("results-cluster-number", rank=str(cluster.rank))


async def on_enter(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """One year's, by its document."""
    await manager.start(ClusterEntry.year, data={"school": int(school_of(manager))})


def windows() -> list[Screen]:
    """The history."""
    return [
        Screen(
            T("results-clusters", "school"),
            T("results-lines", "lines", when="some"),
            T("results-clusters-empty", when="empty"),
            T("results-clusters-empty-reader", when="empty_reader"),
            Button(T("btn-results-cluster"), id="enter", on_click=on_enter, when="marks"),
            SwitchTo(T("btn-back"), id="back", state=Results.school),
            menu_button(),
            state=Results.clusters,
            on_process_result=on_said,
            getter=clusters,
        ),
    ]
