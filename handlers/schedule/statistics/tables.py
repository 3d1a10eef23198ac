"""Who came and what was asked, of a territory or of a host."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Start, SwitchTo

from handlers.consultations.data import eyes_of
from handlers.consultations.topic import ready_topics
from handlers.schedule.statistics.chosen import (
    Chosen,
    area_id,
    area_of,
    known_area,
    period_buttons,
    period_data,
)
from handlers.schedule.statistics.files import send_statistics_picture, send_statistics_table
from handlers.schedule.statistics.states import AllHours, Statistics
from handlers.schedule.statistics.views import (
    joined,
    place_words,
    row_words,
    statements_words,
    subject_of,
    town_of,
    whole_lines,
)
from handlers.shell import Choice, Screen, T, back_button, choices, given, menu_button, way_back
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turned_to
from handlers.texts import times as words
from shnor_domain.consultations.statistics.use_cases.tables import ShowStatistics, StatisticsPlaces, Table
from shnor_domain.identity import COORDINATOR_ROLES
from shnor_domain.territories.paging import page_of


async def on_start(data: Any, manager: DialogManager) -> None:
    """A host's own numbers at once, a reader of one territory past the choice."""
    if isinstance(data, dict) and data.get("own"):
        await manager.switch_to(Statistics.table)
        return
    found = await (await given(manager, StatisticsPlaces))(actor_of(manager))
    if len(found.territories) == 1:
        await on_place(manager, area_id(found.territories[0][0]))
    elif not found.territories:
        await manager.switch_to(Statistics.table)


async def places(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Territories, the wider first."""
    found = await (await given(dialog_manager, StatisticsPlaces))(actor_of(dialog_manager))
    eyes = await eyes_of(dialog_manager)
    return {
        "places": [
            Choice(area_id(area), eyes.texts.button("btn-statistics-place", name=name))
            for area, name in found.territories
        ]
    }


async def on_place(manager: DialogManager, where: str) -> None:
    """Its numbers."""
    manager.dialog_data["where"] = area_id(area_of(where))
    await manager.switch_to(Statistics.table)


async def the_table(manager: DialogManager) -> Table:
    """The numbers as they are now."""
    chosen = Chosen(manager)
    eyes = await eyes_of(manager)
    period = chosen.period(eyes)
    return await (await given(manager, ShowStatistics))(
        actor_of(manager), chosen.territory, period.kind, period.since, ready_topics(eyes.texts)
    )


async def table(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The whole, and a page of subjects."""
    eyes, found = await eyes_of(dialog_manager), await the_table(dialog_manager)
    page = page_of(found.subjects, turned_to(dialog_manager, "subjects"))
    some = bool(found.whole.seats.all or found.whole.waiting)
    return {
        **period_data(eyes, found.period),
        "place": place_words(eyes.texts, found),
        "at": words.date_and_clock(eyes.texts, found.now, eyes.zone),
        "whole": joined(whole_lines(eyes.texts, found.whole)),
        "statements": statements_words(eyes.texts, found),
        "rows": joined(row_words(eyes.texts, subject_of(found, line), line) for line in page.rows),
        "some": some,
        "empty": not some,
        "listed": bool(page.rows),
        "towns": bool(found.municipalities),
        "topics": len(found.topics) + bool(found.other_topics),
        "files": some or bool(found.topics) or bool(found.other_topics),
        "hosts": found.scope.territory is not None and actor_of(dialog_manager).has(*COORDINATOR_ROLES),
        "page": page.number,
        "pages": page.pages,
    }


async def municipalities(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of municipalities by name."""
    eyes, found = await eyes_of(dialog_manager), await the_table(dialog_manager)
    page = page_of(found.municipalities, turned_to(dialog_manager, "towns"))
    return {
        **period_data(eyes, found.period),
        "place": place_words(eyes.texts, found),
        "rows": joined(row_words(eyes.texts, town_of(eyes.texts, found, line), line) for line in page.rows),
        "page": page.number,
        "pages": page.pages,
    }


async def topics(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of topics, the most frequent first."""
    eyes, found = await eyes_of(dialog_manager), await the_table(dialog_manager)
    page = page_of(found.topics, turned_to(dialog_manager, "topics"))
    rows = [
        eyes.texts.plain(
            "statistics-topic",
            subject=found.subject_names.get(each.subject, each.subject),
            topic=each.topic,
            count=each.count,
        )
        for each in page.rows
    ]
    if found.other_topics and page.number == page.pages - 1:
        rows.append(eyes.texts.plain("statistics-topics-other", count=found.other_topics))
    return {
        **period_data(eyes, found.period),
        "place": place_words(eyes.texts, found),
        "rows": joined(rows),
        "page": page.number,
        "pages": page.pages,
    }


async def on_file(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The same numbers as xlsx, with the meetings behind them."""
    await send_statistics_table(manager, await the_table(manager))


async def on_picture(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The same as a picture."""
    await send_statistics_picture(manager, await the_table(manager))


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("statistics-places"),
            choices("places", on_place, known_area),
            way_back(),
            menu_button(),
            state=Statistics.places,
            getter=places,
        ),
        Screen(
            T("statistics-head", "place", "period"),
            T("statistics-whole", "whole", when="some"),
            T("statistics-subjects", "rows", when="listed"),
            T("statistics-differ", "statements", when="statements"),
            T("statistics-at", "at", when="some"),
            T("statistics-empty", when="empty"),
            Turning("subjects"),
            *period_buttons(),
            SwitchTo(T("btn-statistics-towns"), id="towns", state=Statistics.municipalities, when="towns"),
            SwitchTo(T("btn-statistics-topics", count="topics"), id="topics", state=Statistics.topics, when="topics"),
            Button(T("btn-statistics-picture"), id="picture", on_click=on_picture, when="some"),
            Button(T("btn-statistics-file"), id="file", on_click=on_file, when="files"),
            SwitchTo(T("btn-statistics-how"), id="how", state=Statistics.how),
            Start(T("btn-statistics-hosts"), id="hosts", state=AllHours.hosts, when="hosts"),
            way_back(),
            menu_button(),
            state=Statistics.table,
            getter=table,
        ),
        Screen(
            T("statistics-head", "place", "period"),
            T("statistics-towns", "rows"),
            Turning("towns"),
            back_button(Statistics.table),
            menu_button(),
            state=Statistics.municipalities,
            getter=municipalities,
        ),
        Screen(
            T("statistics-head", "place", "period"),
            T("statistics-topics", "rows"),
            Turning("topics"),
            back_button(Statistics.table),
            menu_button(),
            state=Statistics.topics,
            getter=topics,
        ),
        Screen(
            T("statistics-how"),
            back_button(Statistics.table),
            menu_button(),
            state=Statistics.how,
        ),
        on_start=on_start,
    )
