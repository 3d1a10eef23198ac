"""Progress that moves while its window is open: looked at by a job, edited where it changed, left with the next act.

In memory alone: after a restart «Обновить» opens it again.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from aiogram import Bot
from aiogram.enums import ParseMode
from aiogram.exceptions import AiogramError
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, TelegramObject
from aiogram_dialog import DialogManager
from aiogram_dialog.api.entities import NewMessage, Stack
from aiogram_dialog.api.protocols import DialogProtocol
from aiogram_dialog.utils import CB_SEP

from handlers.announcements.words import figures, moving, standing
from handlers.people.eyes import Eyes
from handlers.shell import Screen, given
from handlers.texts import Texts
from shnor_domain.announcements.audience import AnnouncementId
from shnor_domain.announcements.model import State
from shnor_domain.announcements.use_cases.looking import AnnouncementCard, OpenAnnouncement
from shnor_domain.clock import Clock
from shnor_domain.errors import DomainError
from shnor_domain.people.use_cases.actor import ActorOf

EVERY = 3.0
"""Seconds between two looks: a window is edited no more often."""
MOST_LOOKS = 600
"""Half an hour: who watches longer taps «Обновить»."""
DRAWN = "announcement_drawn"
"""Key under which the card's getter leaves what it has drawn, for this update."""
_STOP, _RECALL = "btn-announcement-stop", "btn-announcement-recall"
_OF_WORDS = ("btn-announcement-correct", "btn-announcement-remind")
_NAMES = {"pause": "btn-announcement-pause", "go_on": "btn-announcement-go-on"}
"""Widgets of the card → their words."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Drawn:
    """What stands in the window: the announcement, for whom, and the arguments of its words."""

    which: AnnouncementId
    moving: bool
    eyes: Eyes
    args: Mapping[str, Any]


@dataclass(slots=True)
class Watch:
    """One open window; `stack` knows its message once it has been shown."""

    bot: Bot
    stack: Stack
    drawn: Drawn
    markup: InlineKeyboardMarkup | None
    words: str
    looks: int = 0


class Watching:
    """Open windows of running announcements, one a chat; port of the job and of the dispatcher."""

    def __init__(self, open_card: OpenAnnouncement, actor_of: ActorOf, clock: Clock) -> None:
        """Rights are asked anew at each look (rule 1)."""
        self._open, self._actor_of, self._clock = open_card, actor_of, clock
        self._open_windows: dict[int, Watch] = {}
        self._edits: dict[int, asyncio.Lock] = {}

    def __len__(self) -> int:
        return len(self._open_windows)

    def watch(self, chat: int, watch: Watch) -> None:
        """From the end of the update that has drawn the window until the next one of this chat."""
        self._open_windows[chat] = watch

    async def left(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        """Outer middleware: an edit in flight ends before what the person does next, which may open another window."""
        chat = data.get("event_chat")
        if chat is not None and self._open_windows.pop(chat.id, None) is not None:
            async with self._edit_of(chat.id):
                pass
        return await handler(event, data)

    async def look(self) -> int:
        """A job, every three seconds; gives how many windows were edited. Nothing is read while none is open."""
        edited = 0
        for chat in list(self._open_windows):
            async with self._edit_of(chat):
                if (watch := self._open_windows.get(chat)) is not None:
                    edited += await self._looked(chat, watch)
        return edited

    def _edit_of(self, chat: int) -> asyncio.Lock:
        """As many as coordinators have opened a card in this life of the process."""
        return self._edits.setdefault(chat, asyncio.Lock())

    async def _looked(self, chat: int, watch: Watch) -> bool:
        watch.looks += 1
        try:
            card = await self._open(await self._actor_of(chat), watch.drawn.which)
            edited = await self._edit(chat, watch, card)
        except (DomainError, AiogramError) as gone:
            logger.info("a window of progress is left alone: %s", type(gone).__name__)
            self._open_windows.pop(chat, None)
            return False
        if not moving(card) or watch.looks >= MOST_LOOKS:
            self._open_windows.pop(chat, None)
        return edited

    async def _edit(self, chat: int, watch: Watch, card: AnnouncementCard) -> bool:
        """True when it says something else than before."""
        eyes = replace(watch.drawn.eyes, now=self._clock.now())
        found = card.announcement
        told = {
            "state": standing(found, eyes.now),
            "why": found.why or "none",
            "unsaid": card.unsaid,
            "figures": figures(eyes, card),
        }
        words = eyes.texts("announcement-card", **{**watch.drawn.args, **told})
        if words == watch.words or not watch.stack.last_message_id:
            return False
        watch.words = words
        watch.markup = _steered(eyes.texts, watch.markup, card)
        await watch.bot.edit_message_text(
            words,
            chat_id=chat,
            message_id=watch.stack.last_message_id,
            parse_mode=ParseMode.HTML,
            reply_markup=watch.markup,
        )
        return True


def _steered(texts: Texts, markup: InlineKeyboardMarkup | None, card: AnnouncementCard) -> InlineKeyboardMarkup | None:
    """What a colleague did meanwhile changes the buttons too: nobody pauses what is paused, or what is over."""
    if markup is None:
        return None
    state = card.announcement.state
    rows = [[_turned(texts, button, state) for button in row] for row in markup.inline_keyboard]
    gone = {texts.button(key) for key in _NAMES.values() if state.over}
    gone |= set() if card.stoppable else {texts.button(_STOP)}
    gone |= set() if card.correctable else {texts.button(key) for key in _OF_WORDS}
    gone |= {texts.button(_RECALL)} if state is State.RECALLED else set()
    kept = [[button for button in row if button.text not in gone] for row in rows]
    return InlineKeyboardMarkup(inline_keyboard=[row for row in kept if row])


def _turned(texts: Texts, button: InlineKeyboardButton, state: State) -> InlineKeyboardButton:
    """Pause and going on stand in one place; the name of a widget begins its part of the data."""
    now, other = ("go_on", "pause") if state is State.PAUSED else ("pause", "go_on")
    window, mark, widget = (button.callback_data or "").rpartition(CB_SEP)
    if button.text != texts.button(_NAMES[other]) or not widget.startswith(other):
        return button
    data = f"{window}{mark}{now}{widget.removeprefix(other)}"
    changed = {"text": texts.button(_NAMES[now]), "callback_data": data}
    return button.model_copy(update=changed)


class Watched(Screen):
    """A window whose getter leaves `Drawn`: looked at while it is open and its announcement is on its way."""

    async def render(self, dialog: DialogProtocol, manager: DialogManager) -> NewMessage:
        message = await super().render(dialog, manager)
        drawn: Drawn | None = manager.middleware_data.get(DRAWN)
        if drawn is not None and drawn.moving and drawn.args["state"] != "scheduled":
            markup = message.reply_markup if isinstance(message.reply_markup, InlineKeyboardMarkup) else None
            bot: Bot = manager.middleware_data["bot"]
            watch = Watch(
                bot, manager.current_stack(), drawn, markup, drawn.eyes.texts("announcement-card", **drawn.args)
            )
            (await given(manager, Watching)).watch(message.chat.id, watch)
        return message
