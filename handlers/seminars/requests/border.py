"""The question at the border of a half-year, in a window: a school takes a topic along, or lets it go."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.schedule.windows import started_with
from handlers.seminars.requests import states
from handlers.seminars.requests.views import SCHOOL, short
from handlers.shell import Screen, T, given, menu_button, way_back
from handlers.shell.acting import actor_of
from handlers.shell.fitting import fit
from shnor_domain.seminars.requests.model import RequestState, SupportId
from shnor_domain.seminars.requests.use_cases.border import AnswerBorder, OneBorder


async def asked(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Whether it waits still."""
    found = await (await given(dialog_manager, OneBorder))(actor_of(dialog_manager), support_id(dialog_manager))
    return {
        "topic": short(found.request.wanted.topic),
        "school": fit(found.school.name, SCHOOL),
        # what stands in the programme is asked about where nothing of it was held
        "unheld": found.request.state is RequestState.PLANNED,
        "waits": found.asked,
        "over": not found.asked,
        "behalf": found.asked and found.behalf,
    }


def support_id(manager: DialogManager) -> SupportId:
    """Whose answer this dialog asks for."""
    return SupportId(int(started_with(manager, "support")))


async def on_answer(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """The widget's id says which."""
    carry = button.widget_id == "carry"
    request = await (await given(manager, AnswerBorder))(actor_of(manager), support_id(manager), carry=carry)
    said = "sreq-carried" if carry else "sreq-let-go"
    await manager.start(states.OneRequest.card, data={"request": request, "said": said})


async def on_result(_started: Any, _result: Any, manager: DialogManager) -> None:
    """«Назад» leads past the answered question."""
    await manager.done()


def dialog() -> Dialog:
    """The window; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("sreq-border", "topic", "school", "unheld", when="waits"),
            T("sreq-border-for", when="behalf"),
            T("sreq-border-over", when="over"),
            Button(T("btn-sreq-carry"), id="carry", on_click=on_answer, when="waits"),
            Button(T("btn-sreq-let-go"), id="let_go", on_click=on_answer, when="waits"),
            way_back(),
            menu_button(),
            state=states.Border.ask,
            getter=asked,
            on_process_result=on_result,
        ),
    )
