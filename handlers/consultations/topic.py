"""The window that asks for the question of a booking: typed, from a button, typed before its turn, or none."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Row

from handlers.consultations.data import Chosen
from handlers.shell import Asks, Screen, T, back_button, texts_of
from handlers.shell.screen import Getter
from handlers.texts import Texts
from shnor_domain.consultations.rules import MAX_TEXT

TOPICS = ("ege", "oge", "vpr")


def ready_topics(texts: Texts) -> list[str]:
    """Topics that are buttons, as a booking keeps them."""
    return [texts.button(f"btn-consult-topic-{kind}") for kind in TOPICS]


@dataclass(frozen=True, slots=True)
class TopicWindow:
    """Whatever is answered is kept, and `book` takes the seat with it."""

    book: Callable[[DialogManager], Awaitable[None]]

    def screen(self, question: T, state: State, back: State, getter: Getter) -> Screen:
        """A fresh window; `getter` gives «early», the question that waits already, if any."""
        ready = (Button(T(f"btn-consult-topic-{kind}"), id=f"topic_{kind}", on_click=self._on_ready) for kind in TOPICS)
        return Screen(
            question,
            T("consult-topic-waits", "early", when="early"),
            Asks("topic", self._with, most=MAX_TEXT),
            Button(T("btn-consult-topic-early"), id="topic_early", on_click=self._on_early, when="early"),
            Row(*ready),
            Button(T("btn-skip"), id="topic_none", on_click=self._on_ready),
            back_button(back),
            state=state,
            getter=getter,
        )

    async def _with(self, manager: DialogManager, topic: str | None) -> None:
        Chosen(manager).keep(topic=topic)
        await self.book(manager)

    async def _on_ready(self, _event: CallbackQuery, button: Button, manager: DialogManager) -> None:
        kind = (button.widget_id or "").removeprefix("topic_")
        await self._with(manager, texts_of(manager).button(f"btn-consult-topic-{kind}") if kind in TOPICS else None)

    async def _on_early(self, _event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        await self._with(manager, Chosen(manager).early or "")
