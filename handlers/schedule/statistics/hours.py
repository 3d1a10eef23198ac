"""Hours of a host: what was held, of which kind, month by month; the answers about it that may be told."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Start, SwitchTo

from handlers.consultations.data import eyes_of
from handlers.schedule.statistics.chosen import Chosen, period_buttons, period_data
from handlers.schedule.statistics.hours_files import send_hours_of_all, send_hours_of_one
from handlers.schedule.statistics.hours_words import help_lines, hours_row, month_lines, whose, whose_words
from handlers.schedule.statistics.states import AllHours, HostHours, Statistics
from handlers.schedule.statistics.views import joined
from handlers.shell import Choice, Screen, T, back_button, choices, given, menu_button, way_back
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turned_to
from handlers.texts import Safe
from shnor_domain.consultations.feedback.use_cases.reading import Answers, FeedbackOnHost
from shnor_domain.consultations.statistics.use_cases.hours import Hours, HoursOfHost, HoursOfHosts
from shnor_domain.errors import NotFound
from shnor_domain.territories.paging import page_of

LINES, MONTHS = "lines", "months"


async def the_hours(manager: DialogManager) -> tuple[Hours, Any]:
    """Of whom this dialog was started for, in the chosen period."""
    period = Chosen(manager).period(await eyes_of(manager))
    return await (await given(manager, HoursOfHost))(actor_of(manager), period.kind, period.since, whose(manager))


async def hours(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Each kind on its own, then months where there are several."""
    eyes = await eyes_of(dialog_manager)
    period = Chosen(dialog_manager).period(eyes)
    own = whose(dialog_manager) is None
    found: Hours | None = None
    try:
        found, _rows = await the_hours(dialog_manager)
    except NotFound:
        # a coordinator has turned to a period in which nothing was held for her territory
        if own:
            raise
    helps = () if found is None else found.helps
    page = page_of([] if found is None else list(month_lines(eyes.texts, found)), turned_to(dialog_manager, MONTHS))
    return {
        **period_data(eyes, period),
        "whose": await whose_words(dialog_manager, eyes, found),
        "lines": joined(help_lines(eyes.texts, found)) if found is not None and helps else "",
        "months": joined(page.rows),
        "page": page.number,
        "pages": page.pages,
        "some": bool(helps),
        "none": not helps,
        "own": own,
    }


async def answers(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of months with their averages, or that there are few; to the host herself lines after them."""
    eyes = await eyes_of(dialog_manager)
    found: Answers = await (await given(dialog_manager, FeedbackOnHost))(
        actor_of(dialog_manager), whose(dialog_manager)
    )
    rows = [
        eyes.texts(
            "answers-month" if each.answers is not None else "answers-few",
            month=each.month,
            subject=found.subjects.get(each.subject, each.subject),
            **({} if each.answers is None else {"average": each.average, "count": each.answers}),
        )
        for each in found.months
    ]
    if found.lines:
        rows += [eyes.texts("answers-lines"), *(eyes.texts("answers-line", words=line) for line in found.lines)]
    page = page_of(rows, turned_to(dialog_manager, LINES))
    return {
        "until": found.until,
        "rows": Safe("\n".join(page.rows)),
        "some": bool(rows),
        "none": not rows,
        "page": page.number,
        "pages": page.pages,
    }


async def hosts(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Everybody who held something in the period, by name."""
    eyes = await eyes_of(dialog_manager)
    period = Chosen(dialog_manager).period(eyes)
    found = await (await given(dialog_manager, HoursOfHosts))(actor_of(dialog_manager), period.kind, period.since)
    return {
        **period_data(eyes, period),
        "hosts": [Choice(str(each.id), hours_row(eyes, each)) for each in found],
        "some": bool(found),
        "none": not found,
    }


async def on_host(manager: DialogManager, host: int) -> None:
    """Open one, in the same period."""
    period = Chosen(manager).period(await eyes_of(manager))
    data = {"host": host, "kind": period.kind.value, "day": period.since.isoformat()}
    await manager.start(HostHours.hours, data=data)


async def on_start(data: Any, manager: DialogManager) -> None:
    """From the list the period comes along."""
    if isinstance(data, dict) and "kind" in data:
        manager.dialog_data.update(kind=data["kind"], day=data["day"])


async def on_file(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The same as xlsx, with the meetings behind."""
    found, rows = await the_hours(manager)
    await send_hours_of_one(manager, found, rows)


async def on_all_file(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The list as xlsx."""
    period = Chosen(manager).period(await eyes_of(manager))
    found = await (await given(manager, HoursOfHosts))(actor_of(manager), period.kind, period.since)
    await send_hours_of_all(manager, period, found)


def dialogs() -> list[Dialog]:
    """The windows; new objects for each dispatcher."""
    return [
        Dialog(
            Screen(
                T("hours-head", "whose", "period"),
                T("hours-lines", "lines", when="some"),
                T("hours-months", "months", when="months"),
                T("hours-none", when="none"),
                Turning(MONTHS),
                *period_buttons(),
                SwitchTo(T("btn-hours-answers"), id="answers", state=HostHours.answers),
                Button(T("btn-statistics-file"), id="file", on_click=on_file, when="some"),
                Start(T("btn-hours-statistics"), id="table", state=Statistics.table, data={"own": True}, when="own"),
                SwitchTo(T("btn-statistics-how"), id="how", state=HostHours.how),
                way_back(),
                menu_button(),
                state=HostHours.hours,
                getter=hours,
            ),
            Screen(
                T("hours-how"),
                back_button(HostHours.hours),
                menu_button(),
                state=HostHours.how,
            ),
            Screen(
                T("answers-head"),
                T("answers-rows", "rows", when="some"),
                T("answers-none", when="none"),
                T("answers-how", "until"),
                Turning(LINES),
                back_button(HostHours.hours),
                menu_button(),
                state=HostHours.answers,
                getter=answers,
            ),
            on_start=on_start,
        ),
        Dialog(
            Screen(
                T("hours-hosts", "period", when="some"),
                T("hours-hosts-none", "period", when="none"),
                choices("hosts", on_host, int),
                *period_buttons(),
                Button(T("btn-statistics-file"), id="file", on_click=on_all_file, when="some"),
                way_back(),
                menu_button(),
                state=AllHours.hosts,
                getter=hosts,
            )
        ),
    ]
