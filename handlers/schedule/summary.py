"""The end of the wizard: everything at a glance, its dates and limits, one tap that publishes."""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Group, Start, SwitchTo

from handlers.consultations.data import eyes_of
from handlers.schedule.form import HORIZON, NOTICE, Form
from handlers.schedule.states import Publish, SlotCard
from handlers.schedule.views import days_in_line, terms_text
from handlers.schedule.windows import asked_again, fixed, to_desk
from handlers.shell import Choice, DayPicker, Screen, T, back_button, cancel_button, choices, given, menu_button
from handlers.shell.acting import actor_of
from handlers.texts import times as words
from shnor_domain.consultations.errors import DraftTaken
from shnor_domain.consultations.use_cases.hosting import OneSlot
from shnor_domain.consultations.use_cases.publish import PublishSlot

NOTICES = (0, 2, 12, 24, 48)
"""Hours before the start."""
HORIZONS = (14, 28, 60)
"""Days ahead."""
_FIELDS = ("weekday", "starts", "minutes", "link", "venue", "capacity", "first_day", "last_day", "notice", "horizon")
ASKED_IN = {field: getattr(Publish, field) for field in _FIELDS}

FormOf = Callable[[DialogManager], Awaitable[Form]]


def windows(form_of: FormOf) -> list[Screen]:
    """Windows below the questions; `form_of` reads the wizard's form."""

    async def summary(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
        form, eyes = await form_of(dialog_manager), await eyes_of(dialog_manager)
        texts = eyes.texts
        return {
            "terms": terms_text(eyes, form.terms(), form.subject_name, form.area_name),
            "fields": [Choice(step, texts.button(f"btn-schedule-change-{step}")) for step in form.steps],
        }

    async def limits(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
        form, eyes = await form_of(dialog_manager), await eyes_of(dialog_manager)
        year = form.choices.today.year
        picks_last = dialog_manager.current_context().state == Publish.last_day
        return {
            "first": words.day(eyes.texts, form.first_day, this_year=year),
            "last": words.day(eyes.texts, form.last_day, this_year=year),
            "notice": form.filled.get("notice", NOTICE) // 60,
            "horizon": form.filled.get("horizon", HORIZON),
            "today": form.choices.today,
            "first_day": max(form.first_day, form.choices.today) if picks_last else form.choices.today,
            "last_day": form.choices.last_day if picks_last else form.last_day,
        }

    async def on_publish(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        form = await form_of(manager)
        publish = await given(manager, PublishSlot)
        try:
            async with asked_again(manager, ASKED_IN):
                card = await publish(actor_of(manager), form.terms(), form.draft)
        except DraftTaken:
            # what was typed stays: the next tap publishes it as a time of her own
            form.filled.pop("draft", None)
            raise
        manager.dialog_data.clear()
        manager.dialog_data["slot"] = card.slot.id
        await manager.switch_to(Publish.done)

    async def on_change(manager: DialogManager, step: str) -> None:
        form = await form_of(manager)
        if step in form.steps:
            await manager.switch_to(form.window(step))

    async def keep(manager: DialogManager, name: str, value: object) -> None:
        (await form_of(manager)).filled[name] = value
        await manager.switch_to(Publish.limits)

    async def on_first_day(manager: DialogManager, day: date) -> None:
        await keep(manager, "first_day", day.isoformat())

    async def on_last_day(manager: DialogManager, day: date) -> None:
        await keep(manager, "last_day", day.isoformat())

    def limit(name: str, shown: int, value: int) -> Button:
        async def click(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
            await keep(manager, name, value)

        return Button(T(f"btn-schedule-{name}", value=fixed(shown)), id=f"{name}_{value}", on_click=click)

    async def done(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
        eyes = await eyes_of(dialog_manager)
        page = await (await given(dialog_manager, OneSlot))(
            actor_of(dialog_manager), dialog_manager.dialog_data["slot"]
        )
        return {
            "terms": terms_text(eyes, page.card.slot.terms, page.card.subject, page.area, page.card.town),
            "called_off": days_in_line(eyes, page.called_off),
        }

    async def on_open(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        await manager.start(SlotCard.card, data={"slot": manager.dialog_data["slot"]})

    return [
        Screen(
            T("schedule-summary", "terms"),
            Button(T("btn-schedule-publish"), id="publish", on_click=on_publish),
            SwitchTo(T("btn-schedule-limits"), id="limits", state=Publish.limits),
            SwitchTo(T("btn-schedule-change"), id="change", state=Publish.change),
            cancel_button(),
            state=Publish.summary,
            getter=summary,
        ),
        Screen(
            T("schedule-change"),
            choices("fields", on_change, str, width=2),
            back_button(Publish.summary),
            state=Publish.change,
            getter=summary,
        ),
        Screen(
            T("schedule-limits", "first", "last", "notice", "horizon"),
            SwitchTo(T("btn-schedule-first-day"), id="first_day", state=Publish.first_day),
            SwitchTo(T("btn-schedule-last-day"), id="last_day", state=Publish.last_day),
            SwitchTo(T("btn-schedule-ask-notice"), id="notice", state=Publish.notice),
            SwitchTo(T("btn-schedule-ask-horizon"), id="horizon", state=Publish.horizon),
            back_button(Publish.summary),
            state=Publish.limits,
            getter=limits,
        ),
        Screen(
            T("schedule-ask-first-day"),
            DayPicker("first", on_first_day),
            back_button(Publish.limits),
            state=Publish.first_day,
            getter=limits,
        ),
        Screen(
            T("schedule-ask-last-day"),
            DayPicker("last", on_last_day),
            back_button(Publish.limits),
            state=Publish.last_day,
            getter=limits,
        ),
        Screen(
            T("schedule-ask-notice"),
            Group(*(limit("notice", hours, hours * 60) for hours in NOTICES), width=2),
            back_button(Publish.limits),
            state=Publish.notice,
            getter=limits,
        ),
        Screen(
            T("schedule-ask-horizon"),
            Group(*(limit("horizon", days, days) for days in HORIZONS), width=2),
            back_button(Publish.limits),
            state=Publish.horizon,
            getter=limits,
        ),
        Screen(
            T("schedule-published", "terms"),
            T("schedule-slot-called-off", "called_off", when="called_off"),
            Button(T("btn-schedule-open"), id="open", on_click=on_open),
            Start(T("btn-schedule-add-more"), id="more", state=Publish.subject),
            to_desk(),
            menu_button(),
            state=Publish.done,
            getter=done,
        ),
    ]
