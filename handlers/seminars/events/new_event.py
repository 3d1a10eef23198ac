"""What the windows of a new event share: what there is to choose from, and the way from question to question."""

from typing import Any

from aiogram.fsm.state import State
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Group, SwitchTo

from handlers.seminars.events import states
from handlers.seminars.events.form import form_of
from handlers.shell import T, given
from handlers.shell.acting import actor_of
from shnor_domain.seminars.events.use_cases.drafting import EventChoices, PrepareEvent

_NEW = states.NewEvent
_CHOICES = "seminar_event_choices"


async def choices_of(manager: DialogManager) -> EventChoices:
    """What there is to choose from, read once an update."""
    data, form = manager.middleware_data, form_of(manager)
    if _CHOICES not in data:
        data[_CHOICES] = await (await given(manager, PrepareEvent))(actor_of(manager), form.cycle, form.request)
    found: EventChoices = data[_CHOICES]
    return found


async def answer(manager: DialogManager, name: str, value: object) -> None:
    """Keep it, and ask what is still open."""
    form = form_of(manager)
    form.data[name] = value
    await manager.switch_to(form.next_open())


def back(to: State) -> Group:
    """«Назад» to the question before; once all is answered, to the look at the whole."""

    def answered(_data: Any, _widget: Any, manager: DialogManager) -> bool:
        return form_of(manager).next_open() == _NEW.check

    def in_order(_data: Any, _widget: Any, manager: DialogManager) -> bool:
        return not answered(_data, _widget, manager)

    return Group(
        SwitchTo(T("btn-back"), id="to_check", state=_NEW.check, when=answered),
        SwitchTo(T("btn-back"), id="to_question", state=to, when=in_order),
    )
