"""Writing a turn: text and files in any order, the whole of it before it goes. Nothing typed is lost."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from aiogram.enums import ContentType
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from handlers.questions.shelf import shelve
from handlers.roadmap.item.files import downloaded
from handlers.shell import Asks, Screen, T, back_button, cancel_button, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from handlers.shell.fitting import fit
from handlers.shell.screen import Getter
from shnor_domain.errors import Stale
from shnor_domain.letters import visible_letters
from shnor_domain.questions.errors import TooManyFiles
from shnor_domain.questions.model import Attached, Words
from shnor_domain.questions.rules import MOST_FILES, MOST_TEXT
from shnor_domain.questions.use_cases.asking import KeepQuestionFile

Send = Callable[[DialogManager, Words], Awaitable[None]]
_NAME = 60


@dataclass(frozen=True, slots=True)
class Draft:
    """What was written so far, in the data of the dialog: one for each question or booking that it may be about, whose
    id lies there under the name `of`."""

    manager: DialogManager
    of: str = ""

    @property
    def text(self) -> str:
        """Empty before anything was typed."""
        return str(self.manager.dialog_data.get(self._key("text")) or "")

    @property
    def files(self) -> tuple[Attached, ...]:
        """In the order in which they came."""
        return tuple(Attached(key, name) for key, name in self.manager.dialog_data.get(self._key("files"), []))

    @property
    def words(self) -> Words:
        """All of it; `Stale` before there is a text."""
        if not self.text:
            raise Stale
        return Words(self.text, self.files)

    def say(self, text: str) -> None:
        """In place of what was there."""
        self.manager.dialog_data[self._key("text")] = text

    def attach(self, file: Attached) -> None:
        """One more."""
        kept = [(each.key, each.name) for each in self.files]
        self.manager.dialog_data[self._key("files")] = [*kept, (file.key, file.name)]

    def clear(self, *, files_only: bool = False) -> None:
        """Once it is sent nothing of it stays in the form."""
        self.manager.dialog_data.pop(self._key("files"), None)
        if not files_only:
            self.manager.dialog_data.pop(self._key("text"), None)

    def _key(self, name: str) -> str:
        return f"{name}:{self.manager.dialog_data.get(self.of)}" if self.of else name


@dataclass(frozen=True, slots=True)
class Writer:
    """Two windows of a dialog: `text` asks for it with the words of `ask`, `whole` shows it and sends it by `send`.
    `of` names in the data of the dialog what a draft is about (`Draft`); where nothing does, it is kept for a later
    visit (`shelf`)."""

    text: State
    whole: State
    ask: str
    send: Send
    getter: Getter
    back: State | None = None
    of: str = ""

    def windows(self) -> list[Screen]:
        """Fresh windows: a dialog belongs to one dispatcher."""
        back = back_button(self.back) if self.back is not None else cancel_button("btn-back")
        return [
            Screen(
                T(self.ask, "about", "kept"),
                Asks("words", self._on_text, most=MOST_TEXT, lines=True),
                *self._inputs(),
                SwitchTo(T("btn-question-whole"), id="whole", state=self.whole, when="kept"),
                back,
                menu_button(),
                state=self.text,
                getter=(self.getter, self._written),
                expected="question-expects",
            ),
            Screen(
                T("question-whole", "about", "text", "files", "some"),
                Asks("more", self._on_more, most=MOST_TEXT, lines=True),
                *self._inputs(),
                Button(T("btn-question-send"), id="send", on_click=self._on_send),
                SwitchTo(T("btn-question-text"), id="text", state=self.text),
                Button(T("btn-question-no-files"), id="no_files", on_click=self._on_no_files, when="some"),
                menu_button(),
                state=self.whole,
                getter=(self.getter, self._written),
                expected="question-expects",
            ),
        ]

    def _inputs(self) -> list[MessageInput]:
        return [
            MessageInput(self._on_photo, content_types=[ContentType.PHOTO]),
            MessageInput(self._on_document, content_types=[ContentType.DOCUMENT]),
        ]

    async def _written(self, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
        draft = self._draft(dialog_manager)
        names = ", ".join(fit(file.name, _NAME) for file in draft.files)
        return {"text": draft.text, "kept": bool(draft.text), "files": names, "some": bool(draft.files)}

    async def _on_text(self, manager: DialogManager, text: str) -> None:
        self._draft(manager).say(text)
        await self._shelve(manager)
        await manager.switch_to(self.whole)

    async def _on_more(self, manager: DialogManager, text: str) -> None:
        """People write in several messages: what follows is added where there is room for it."""
        draft = self._draft(manager)
        whole = f"{draft.text}\n{text}".strip()
        if len(whole) > MOST_TEXT:
            tell(manager, texts_of(manager)("question-no-room", limit=MOST_TEXT))
            return
        draft.say(whole)
        await self._shelve(manager)

    async def _on_photo(self, message: Message, _widget: MessageInput, manager: DialogManager) -> None:
        """The largest of the sizes that the messenger offers."""
        photo = max(message.photo or [], key=lambda size: size.width * size.height)
        await self._keep(message, manager, photo.file_id, photo.file_size, "")

    async def _on_document(self, message: Message, _widget: MessageInput, manager: DialogManager) -> None:
        """By its bytes, whatever its name says."""
        document = message.document
        if document is not None:
            await self._keep(message, manager, document.file_id, document.file_size, document.file_name or "")

    async def _keep(self, message: Message, manager: DialogManager, file_id: str, size: int | None, name: str) -> None:
        draft = self._draft(manager)
        caption = visible_letters(message.caption or "").strip()
        if len(draft.files) >= MOST_FILES:
            if caption:
                await self._on_more(manager, caption)
            raise TooManyFiles(most=MOST_FILES)
        body = await downloaded(manager, file_id, size)
        if body is None:
            tell(manager, texts_of(manager)("item-not-received"))
            return
        draft.attach(await (await given(manager, KeepQuestionFile))(actor_of(manager), body, name))
        await self._shelve(manager)
        if caption:
            await self._on_more(manager, caption)
        if draft.text:
            await manager.switch_to(self.whole)
        else:
            tell(manager, texts_of(manager)("question-file-kept", count=len(draft.files)))

    async def _on_no_files(self, _event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        self._draft(manager).clear(files_only=True)
        await self._shelve(manager)

    async def _on_send(self, _event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        draft = self._draft(manager)
        await self.send(manager, draft.words)
        draft.clear()
        await self._shelve(manager)

    def _draft(self, manager: DialogManager) -> Draft:
        return Draft(manager, self.of)

    async def _shelve(self, manager: DialogManager) -> None:
        if not self.of:
            await shelve(manager)
