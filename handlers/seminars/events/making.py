"""Who runs the seminar makes an event: the questions as windows, a look at the whole, and what follows a refusal."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Group, SwitchTo
from aiogram_dialog.widgets.text import Format

from handlers.schedule.windows import asked_again
from handlers.seminars.events import new_what, new_when, new_who, states
from handlers.seminars.events.form import ORDER, form_of
from handlers.seminars.events.hosting import hosts_of
from handlers.seminars.events.new_event import choices_of
from handlers.seminars.events.new_when import lesson_lines
from handlers.seminars.events.views import look_of
from handlers.shell import Screen, T, cancel_button, given, menu_button
from handlers.shell.acting import actor_of
from handlers.texts import Safe
from shnor_domain.seminars.events.use_cases.making import AddEvent
from shnor_domain.seminars.model import Form

_NEW = states.NewEvent
ASKED_IN = {
    "title": _NEW.title,
    "form": _NEW.form,
    "starts": _NEW.lessons,
    "minutes": _NEW.lessons,
    "lessons": _NEW.lessons,
    "host": _NEW.host,
    "capacity": _NEW.seats,
    "quota": _NEW.quota,
}


async def on_start(data: Any, manager: DialogManager) -> None:
    """What its request says is not asked again, but for the title, which may be another."""
    form = form_of(manager)
    if isinstance(data, dict):
        form.data.update(data)
    asked = (await choices_of(manager)).request
    if asked is not None:
        wanted = asked.request.wanted
        form.data.update(title=wanted.topic, audience=wanted.audience.value)
        if wanted.form is not Form.EITHER:
            form.data["form"] = wanted.form.value


async def check(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """All of it before it is stored."""
    look, form = await look_of(dialog_manager), form_of(dialog_manager)
    offered, terms, texts = await choices_of(dialog_manager), form.terms(), look.texts
    leads = [each for each in await hosts_of(dialog_manager, form.cycle, []) if each.person == form.host]
    lines = [
        texts("sev-check", title=terms.title),
        texts("seminar-topic-facts", kind=terms.kind.value, form=terms.form.value, audience=terms.audience.value),
        texts("sev-host", name=look.person(leads[0].name)) if leads else texts("sev-host-none"),
        lesson_lines(look, form.lessons, offered.zone) or texts("sev-no-lessons"),
        texts("sev-seats", count=terms.capacity)
        if terms.quota is None
        else texts("sev-seats-quota", count=terms.capacity, quota=terms.quota),
        texts("sev-shown", all=terms.shown_to_all),
    ]
    return {"text": Safe("\n".join(lines))}


async def on_save(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """What was refused is asked for in its own window; the rest stays as it was answered."""
    form = form_of(manager)
    requests = [] if form.request is None else [form.request]
    async with asked_again(manager, ASKED_IN):
        card = await (await given(manager, AddEvent))(
            actor_of(manager), form.cycle, form.terms(), form.lessons, requests
        )
    await manager.start(states.OneEvent.card, data={"event": card.event.id, "said": "sev-added"})


async def on_result(_started: Any, result: Any, manager: DialogManager) -> None:
    """«Назад» from what was made leads to where the making began."""
    await manager.done(result)


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        *new_what.windows(),
        *new_when.windows(),
        *new_who.windows(),
        Screen(
            Format("{text}"),
            Button(T("btn-sev-save"), id="save", on_click=on_save),
            Group(
                *(SwitchTo(T(f"btn-sev-change-{name}"), id=f"to_{name}", state=getattr(_NEW, name)) for name in ORDER),
                width=2,
            ),
            cancel_button(),
            menu_button(),
            state=_NEW.check,
            getter=check,
            on_process_result=on_result,
        ),
        on_start=on_start,
    )
