"""The wizard of a weekly time, one question a window; a question with one answer is skipped."""

from collections.abc import Iterable
from datetime import date, time, timedelta
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.input import BaseInput
from aiogram_dialog.widgets.kbd import Button, Group, Keyboard
from aiogram_dialog.widgets.text import Text

from handlers.consultations.data import eyes_of
from handlers.schedule.form import Form, area_id
from handlers.schedule.states import Publish
from handlers.schedule.summary import windows as summary_windows
from handlers.schedule.views import zone_words
from handlers.schedule.windows import FAR_TOO_LONG, fixed
from handlers.shell import Asks, Choice, Screen, Step, T, cancel_button, choices, given
from handlers.shell.acting import actor_of
from shnor_domain.consultations.absences.use_cases.weekly_days import HintWeekdays, WeekdayHints
from shnor_domain.consultations.model import Audience, Format
from shnor_domain.consultations.rules import MAX_CAPACITY, MAX_TEXT
from shnor_domain.consultations.typed import typed_capacity, typed_link, typed_minutes, typed_time
from shnor_domain.consultations.use_cases.choices import HostingChoices
from shnor_domain.errors import Stale

USUAL_HOURS = (9, 10, 12, 13, 14, 15, 16, 17)
LENGTHS = (30, 45, 60, 90)
CAPACITIES = (1, 3, 5, 10, 20)
_A_MONDAY = date(2024, 1, 1)


async def form_of(manager: DialogManager) -> Form:
    """The form of this dialog; raises `NotAllowed` for who hosts nothing."""
    actor = actor_of(manager)
    return Form(manager, actor, await (await given(manager, HostingChoices))(actor))


async def answer(manager: DialogManager, step: str, value: object) -> None:
    """Keep an answer and ask what is still open."""
    form = await form_of(manager)
    form.filled[step] = value
    await manager.switch_to(form.next_window())


async def on_start(data: Any, manager: DialogManager) -> None:
    """A day of the plan comes with its subject and weekday; then the first open question."""
    form = await form_of(manager)
    if isinstance(data, dict):
        form.filled.update(data)
    await manager.switch_to(form.next_window())


async def step_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Where in the wizard this window stands, and what it offers."""
    form, eyes = await form_of(dialog_manager), await eyes_of(dialog_manager)
    windows = [form.window(step) for step in form.steps]
    state = dialog_manager.current_context().state
    here = windows.index(state) if state in windows else 0
    begins = here == 0 and form.next_window() != Publish.summary
    subjects = (
        Choice(each.id, eyes.texts.button("btn-schedule-subject", subject=each.name)) for each in form.choices.subjects
    )
    areas = (
        Choice(area_id(area.territory), eyes.texts.button("btn-schedule-area", area=area.name)) for area in form.areas
    )
    return {
        "step": here + 1,
        "steps": len(windows),
        "begins": begins,
        "goes_on": not begins,
        "zone": zone_words(eyes, form.choices.zone),
        "format": form.filled.get("format", ""),
        "subjects": list(subjects) if state == Publish.subject else [],
        "areas": list(areas) if state == Publish.area else [],
    }


async def on_back(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The question before; to the summary where all is answered and one thing was to be changed."""
    form = await form_of(manager)
    if form.next_window() == Publish.summary:
        await manager.switch_to(Publish.summary)
    else:
        await manager.switch_to(form.window_before(manager.current_context().state))


async def on_subject(manager: DialogManager, subject: str) -> None:
    """A subject of the list."""
    await answer(manager, "subject", subject)


async def on_area(manager: DialogManager, area: str) -> None:
    """A territory of the list; whether she may is asked by publishing."""
    await answer(manager, "area", area)


async def on_time(manager: DialogManager, text: str) -> None:
    """A typed time of day."""
    await answer(manager, "starts", typed_time(text).isoformat("minutes"))


async def on_minutes(manager: DialogManager, text: str) -> None:
    """A typed length."""
    await answer(manager, "minutes", typed_minutes(text))


async def on_link(manager: DialogManager, text: str) -> None:
    """A typed address of a meeting."""
    await answer(manager, "link", typed_link(text))


async def on_venue(manager: DialogManager, text: str) -> None:
    """A typed place or telephone."""
    await answer(manager, "venue", text)


async def on_capacity(manager: DialogManager, text: str) -> None:
    """A typed number of people."""
    await answer(manager, "capacity", typed_capacity(text))


def option(step: str, value: object, label: Text) -> Button:
    """A button that answers `step` with `value`."""

    async def click(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        await answer(manager, step, value)

    return Button(label, id=f"{step}_{value}".replace(":", "").lower(), on_click=click)


def options(step: str, key: str, values: Iterable[object], width: int) -> Group:
    """Buttons «`key`» with `value` as their argument."""
    return Group(*(option(step, value, T(key, value=fixed(value))) for value in values), width=width)


async def hints(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """When teachers of the subject are free, and when her own online desk is closed."""
    found = await _hints(dialog_manager)
    return {
        "free": found.free is not None,
        "free_day": _A_MONDAY + timedelta(days=found.free or 0),
        "road": found.road is not None,
        "road_day": _A_MONDAY + timedelta(days=found.road or 0),
    }


async def on_free_day(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The day of the subject, unless it was taken away meanwhile."""
    found = await _hints(manager)
    if found.free is None:
        raise Stale
    await answer(manager, "weekday", found.free)


async def _hints(manager: DialogManager) -> WeekdayHints:
    subject = (await form_of(manager)).filled.get("subject")
    return await (await given(manager, HintWeekdays))(actor_of(manager), subject)


def weekdays() -> Group:
    """Seven buttons."""
    days = [_A_MONDAY + timedelta(days=number) for number in range(7)]
    return Group(
        *(option("weekday", day.weekday(), T("btn-schedule-weekday", day=fixed(day))) for day in days),
        width=2,
    )


def hours() -> Group:
    """Usual hours."""
    return Group(
        *(
            option("starts", at.isoformat("minutes"), T("btn-schedule-at", at=fixed(at)))
            for at in map(time, USUAL_HOURS)
        ),
        width=4,
    )


def question(
    state: Any, *widgets: Text | Keyboard | BaseInput, expected: str | None = None, more: tuple[Any, ...] = ()
) -> Screen:
    """A window of the wizard: its number on top, the way back at the bottom."""
    return Screen(
        Step("step", "steps"),
        *widgets,
        Button(T("btn-back"), id="back", on_click=on_back, when="goes_on"),
        cancel_button(when="begins"),
        state=state,
        getter=(step_data, *more),
        expected=expected,
    )


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        question(Publish.subject, T("schedule-ask-subject"), choices("subjects", on_subject, str, width=2)),
        question(
            Publish.weekday,
            T("schedule-ask-weekday"),
            T("schedule-weekday-free", day="free_day", when="free"),
            T("schedule-weekday-road", day="road_day", when="road"),
            Button(T("btn-schedule-weekday-free", day="free_day"), id="free", on_click=on_free_day, when="free"),
            weekdays(),
            more=(hints,),
        ),
        question(
            Publish.starts,
            T("schedule-ask-starts", "zone"),
            hours(),
            Asks("starts", on_time, most=100),
            expected="schedule-expects-time",
        ),
        question(
            Publish.minutes,
            T("schedule-ask-minutes"),
            options("minutes", "btn-schedule-minutes", LENGTHS, 2),
            Asks("minutes", on_minutes, most=100),
        ),
        question(
            Publish.format,
            T("schedule-ask-format"),
            *(option("format", each.value, T(f"btn-schedule-format-{each.value}")) for each in Format),
        ),
        question(
            Publish.link,
            T("schedule-ask-link"),
            Asks("link", on_link, most=FAR_TOO_LONG),
            option("link", None, T("btn-schedule-link-later")),
        ),
        question(Publish.venue, T("schedule-ask-venue", "format"), Asks("venue", on_venue, most=MAX_TEXT)),
        question(
            Publish.audience,
            T("schedule-ask-audience"),
            *(option("audience", each.value, T(f"btn-schedule-audience-{each.value}")) for each in Audience),
        ),
        question(
            Publish.schools,
            T("schedule-ask-schools"),
            option("schools", False, T("btn-schedule-schools-all")),
            option("schools", True, T("btn-schedule-schools-project")),
        ),
        question(Publish.area, T("schedule-ask-area"), choices("areas", on_area, str)),
        question(
            Publish.capacity,
            T("schedule-ask-capacity", most=lambda _data: MAX_CAPACITY),
            options("capacity", "btn-schedule-capacity", CAPACITIES, 5),
            Asks("capacity", on_capacity, most=100),
        ),
        *summary_windows(form_of),
        on_start=on_start,
    )
