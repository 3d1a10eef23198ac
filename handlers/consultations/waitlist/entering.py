"""From the times of a host into the queue of a full meeting, and back to one's place in it."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.consultations.data import Chosen
from handlers.consultations.views import Eyes, key_id
from handlers.consultations.waitlist.states import Queue
from handlers.consultations.waitlist.words import place_words
from handlers.shell import given
from handlers.shell.acting import actor_of
from shnor_domain.consultations.cards import Opening
from shnor_domain.consultations.use_cases.mine import MyThings
from shnor_domain.consultations.waitlist.use_cases.queue import JoinQueue


async def to_queue(manager: DialogManager, opening: Opening) -> None:
    """Her place where she waits already, else the way into the queue; the question goes along."""
    chosen, key = Chosen(manager), opening.occurrence.key
    mine = await (await given(manager, MyThings))(actor_of(manager))
    there = next((card.waiting.id for card in mine.waits if card.waiting.key == key), None)
    if there is not None:
        return await manager.start(Queue.card, data={"waiting": there})
    topic = chosen.topic or chosen.early
    data = {"subject": chosen.subject, "host": chosen.host, "key": key_id(key)}
    await manager.start(Queue.join, data=data if topic is None else {**data, "topic": topic})


def queue_button(eyes: Eyes, manager: DialogManager, openings: tuple[Opening, ...]) -> dict[str, Any]:
    """«В очередь (вы первая)» after a lost race, None where nobody may wait for what was chosen."""
    chosen = manager.dialog_data.get("key")
    lost = next((each for each in openings if key_id(each.occurrence.key) == chosen), None)
    if lost is None or lost.waits is None or lost.mine or lost.queued:
        return {"queue": None}
    return {"queue": eyes.texts.button("btn-consult-queue", place=place_words(eyes, 1 + lost.waits))}


async def on_queue(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Stand in the queue of what was just taken by another, with the question that is kept."""
    chosen = Chosen(manager)
    card = await (await given(manager, JoinQueue))(actor_of(manager), chosen.key, chosen.topic)
    await manager.start(Queue.card, data={"waiting": card.waiting.id})
