"""Writing a turn: text and files in any order, the whole of it before it goes. Nothing typed is lost."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any

from aiogram.enums import ContentType
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.common import WhenCondition
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Keyboard, SwitchTo

from handlers.roadmap.item.files import downloaded
from handlers.shell import Asks, Screen, T, back_button, cancel_button, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from handlers.shell.fitting import fit
from handlers.shell.screen import Getter
from handlers.shell.shelf import shelve, shelved
from shnor_domain.errors import Stale
from shnor_domain.letters import visible_letters
from shnor_domain.questions.errors import TooManyFiles
from shnor_domain.questions.model import Attached, Words
from shnor_domain.questions.rules import MOST_FILES, MOST_TEXT
from shnor_domain.questions.use_cases.asking import KeepQuestionFile

Send = Callable[[DialogManager, Words], Awaitable[None]]
_NAME, _BEGINNING = 60, 400


@dataclass(frozen=True, slots=True)
class Draft:
    """What was written so far, files in the order in which they came."""

    text: str = ""
    files: tuple[Attached, ...] = ()

    @property
    def words(self) -> Words:
        """All of it; `Stale` before there is a text."""
        if not self.text:
            raise Stale
        return Words(self.text, self.files)


async def draft_of(manager: DialogManager, name: str) -> Draft:
    """What is kept under this name."""
    kept = await shelved(manager, name)
    return Draft(str(kept.get("text") or ""), tuple(Attached(key, called) for key, called in kept.get("files", [])))


async def keep_draft(manager: DialogManager, name: str, draft: Draft) -> None:
    """In place of what was there; an empty one leaves nothing."""
    files = [[each.key, each.name] for each in draft.files]
    await shelve(manager, name, {"text": draft.text, "files": files} if draft.text or files else {})


@dataclass(frozen=True, slots=True)
class Writer:
    """Two windows of a dialog: `text` asks for it with the words of `ask`, `whole` shows it and sends it by `send`.

    What is written is kept under the `name` of what it is about until it is sent or put away, whatever is opened
    meanwhile; `unsent` shows it in other windows of the same thing, with `buttons` for it.
    """

    text: State
    whole: State
    ask: str
    send: Send
    getter: Getter
    name: Callable[[DialogManager], str]
    back: State | None = None

    def windows(self) -> list[Screen]:
        """Fresh windows: a dialog belongs to one dispatcher."""
        back = back_button(self.back) if self.back is not None else cancel_button("btn-back")
        return [
            Screen(
                T(self.ask, "about", "kept"),
                T("question-draft", "draft", when="drafted"),
                Asks("words", self._on_text, most=MOST_TEXT, lines=True),
                *self._inputs(),
                *self.buttons("kept"),
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

    def buttons(self, sends: WhenCondition = "drafted") -> list[Keyboard]:
        """«Посмотреть и отправить» where it may be sent, and putting it away."""
        return [
            SwitchTo(T("btn-question-whole"), id="whole", state=self.whole, when=sends),
            Button(T("btn-question-put-away"), id="put_away", on_click=self._on_put_away, when="drafted"),
        ]

    async def unsent(self, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
        """The beginning of what was written and not sent."""
        draft = await self._draft(dialog_manager)
        text = draft.text or ", ".join(fit(file.name, _NAME) for file in draft.files)
        return {"draft": fit(text, _BEGINNING), "drafted": bool(text)}

    def _inputs(self) -> list[MessageInput]:
        return [
            MessageInput(self._on_photo, content_types=[ContentType.PHOTO]),
            MessageInput(self._on_document, content_types=[ContentType.DOCUMENT]),
        ]

    async def _written(self, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
        draft = await self._draft(dialog_manager)
        names = ", ".join(fit(file.name, _NAME) for file in draft.files)
        return {
            "text": draft.text,
            "kept": bool(draft.text),
            "files": names,
            "some": bool(draft.files),
            **await self.unsent(dialog_manager),
        }

    async def _on_text(self, manager: DialogManager, text: str) -> None:
        await self._keep(manager, replace(await self._draft(manager), text=text))
        await manager.switch_to(self.whole)

    async def _on_more(self, manager: DialogManager, text: str) -> None:
        """People write in several messages: what follows is added where there is room for it."""
        draft = await self._draft(manager)
        whole = f"{draft.text}\n{text}".strip()
        if len(whole) > MOST_TEXT:
            tell(manager, texts_of(manager)("question-no-room", limit=MOST_TEXT))
            return
        await self._keep(manager, replace(draft, text=whole))

    async def _on_photo(self, message: Message, _widget: MessageInput, manager: DialogManager) -> None:
        """The largest of the sizes that the messenger offers."""
        photo = max(message.photo or [], key=lambda size: size.width * size.height)
        await self._take(message, manager, photo.file_id, photo.file_size, "")

    async def _on_document(self, message: Message, _widget: MessageInput, manager: DialogManager) -> None:
        """By its bytes, whatever its name says."""
        document = message.document
        if document is not None:
            await self._take(message, manager, document.file_id, document.file_size, document.file_name or "")

    async def _take(self, message: Message, manager: DialogManager, file_id: str, size: int | None, name: str) -> None:
        draft = await self._draft(manager)
        caption = visible_letters(message.caption or "").strip()
        if len(draft.files) >= MOST_FILES:
            if caption:
                await self._on_more(manager, caption)
            raise TooManyFiles(most=MOST_FILES)
        body = await downloaded(manager, file_id, size)
        if body is None:
            tell(manager, texts_of(manager)("item-not-received"))
            return
        file = await (await given(manager, KeepQuestionFile))(actor_of(manager), body, name)
        await self._keep(manager, replace(draft, files=(*draft.files, file)))
        if caption:
            await self._on_more(manager, caption)
        draft = await self._draft(manager)
        if draft.text:
            await manager.switch_to(self.whole)
        else:
            tell(manager, texts_of(manager)("question-file-kept", count=len(draft.files)))

    async def _on_no_files(self, _event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        await self._keep(manager, replace(await self._draft(manager), files=()))

    async def _on_put_away(self, _event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        await self._keep(manager, Draft())

    async def _on_send(self, _event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        name = self.name(manager)
        await self.send(manager, (await draft_of(manager, name)).words)
        await keep_draft(manager, name, Draft())

    async def _draft(self, manager: DialogManager) -> Draft:
        return await draft_of(manager, self.name(manager))

    async def _keep(self, manager: DialogManager, draft: Draft) -> None:
        await keep_draft(manager, self.name(manager), draft)
