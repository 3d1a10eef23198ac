"""A full time: the teacher is put into its queue, and answers what is offered there herself."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from handlers.consultations.data import Chosen, eyes_of
from handlers.consultations.on_behalf.data import whom_of, whom_words
from handlers.consultations.on_behalf.states import ForOthers
from handlers.consultations.views import host_name, when
from handlers.shell import Asks, Screen, T, back_button, given, menu_button
from handlers.shell.acting import actor_of
from shnor_domain.consultations.on_behalf.access import Guest
from shnor_domain.consultations.on_behalf.use_cases.queueing import QueueForAnother
from shnor_domain.consultations.rules import MAX_TEXT
from shnor_domain.errors import Stale


async def joining(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """For whom, and the question that goes along."""
    eyes, chosen = await eyes_of(dialog_manager), Chosen(dialog_manager)
    return {"name": await whom_words(dialog_manager, eyes), "topic": chosen.topic or chosen.early or ""}


async def on_join(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """With the question that was typed before, or with none."""
    chosen = Chosen(manager)
    await _join(manager, chosen.topic or chosen.early)


async def on_topic(manager: DialogManager, topic: str) -> None:
    """With the typed question."""
    await _join(manager, topic)


async def _join(manager: DialogManager, topic: str | None) -> None:
    whom, chosen, eyes = whom_of(manager), Chosen(manager), await eyes_of(manager)
    if isinstance(whom, Guest):
        raise Stale
    chosen.keep(topic=topic)
    # where a refusal is shown: a seat may have come meanwhile, and «no seats, into the queue?» would be untrue
    await manager.switch_to(ForOthers.again)
    card = await (await given(manager, QueueForAnother))(actor_of(manager), whom, chosen.key, topic)
    for typed in ("topic", "early"):
        manager.dialog_data.pop(typed, None)
    chosen.keep(
        stands={
            "subject": card.of.subject,
            "host": host_name(eyes, card.of),
            "when": when(eyes, card.of, card.waiting.key.starts),
            "place": card.place,
        }
    )
    await manager.switch_to(ForOthers.queued)


async def queued(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Where she stands."""
    eyes, stands = await eyes_of(dialog_manager), dialog_manager.dialog_data.get("stands")
    if stands is None:
        raise Stale
    return {**stands, "name": await whom_words(dialog_manager, eyes)}


def windows() -> list[Screen]:
    """Fresh windows: a dialog belongs to one dispatcher."""
    return [
        Screen(
            T("others-queue", "name"),
            T("queue-topic-kept", "topic", when="topic"),
            T("queue-topic-ask", when=lambda data, *_: not data["topic"]),
            Asks("queue_topic", on_topic, most=MAX_TEXT),
            Button(T("btn-others-queue"), id="join", on_click=on_join),
            back_button(ForOthers.day),
            menu_button(),
            state=ForOthers.queue,
            getter=joining,
        ),
        Screen(
            T("others-queued", "name", "subject", "host", "when", "place"),
            SwitchTo(T("btn-others-more"), id="more", state=ForOthers.teachers),
            menu_button(),
            state=ForOthers.queued,
            getter=queued,
        ),
    ]
