"""A person in a window of the sandbox's page, as tests speak of her: `await teacher.presses("Записаться")`.

Every failure says what she had on her screen.
"""

import re
from pathlib import Path
from typing import Protocol, TypeAlias

from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Locator, Page

Words: TypeAlias = str | re.Pattern[str]
Snapshot: TypeAlias = dict[str, str]

# The browser matches these patterns, and its \W counts Cyrillic letters as signs.
_SIGNS = "[^0-9A-Za-zЀ-ӿ]*"
# Non-breaking spaces and line breaks are the typesetter's business: texts are compared with plain single spaces.
_SNAPSHOT = """chat => Object.fromEntries([...chat.querySelectorAll('.message.bot')].map(message =>
    [message.dataset.message, message.innerText.replace(/\\s+/g, ' ').trim()]))"""
_SEES = """([chat, wanted, before]) => [...chat.querySelectorAll('.message.bot')].some(message => {
    const words = message.innerText.replace(/\\s+/g, ' ').trim();
    return words.includes(wanted) && before[message.dataset.message] !== words})"""
_ROWS = """message => [...message.querySelectorAll('.button-row')].map(row =>
    [...row.querySelectorAll('.key .label')].map(label => label.textContent))"""


class Place(Protocol):
    """The window that holds her chat."""

    @property
    def page(self) -> Page: ...
    @property
    def problems(self) -> list[str]: ...
    async def open_chat(self, person_id: int) -> None: ...


class Visitor:
    """One person's chat in a window. Every act first brings the chat to the screen."""

    def __init__(self, window: Place, person_id: int) -> None:
        self.window = window
        self.id = person_id
        self._before: Snapshot = {}

    async def chat(self) -> Locator:
        place = self.window.page.locator(f'[data-chat="{self.id}"]')
        if not await place.count() or not await place.is_visible():
            await self.window.open_chat(self.id)
            await place.wait_for()
        return place

    async def starts(self) -> None:
        """Tap «Начать» of an empty chat."""
        chat = await self.chat()
        await self._remember()
        await chat.locator(".composer .big").click()
        await chat.locator("[data-chat-input]").wait_for()

    async def sends(self, text: str) -> None:
        """Type a message and press Enter; the first «/start» is the button «Начать»."""
        chat = await self.chat()
        if text == "/start" and await chat.locator('.composer[data-mode="start"]').count():
            await self.starts()
            return
        await self._remember()
        sent = await chat.locator(".message.mine").count()
        box = chat.locator("[data-chat-input]")
        await box.fill(text)
        await box.press("Enter")
        await self._until(chat.locator(".message.mine").nth(sent), f"her own message {text!r} appears")

    async def attaches(self, path: Path, *, kind: str = "document", caption: str = "") -> None:
        """Send a file as `photo` or `document`."""
        chat = await self.chat()
        await self._remember()
        sent = await chat.locator(".message.mine").count()
        await chat.locator(f'[data-attach="{kind}"]').set_input_files(path)
        await chat.locator("[data-chat-input]").fill(caption)
        await chat.locator("[data-send]").click()
        await self._until(chat.locator(".message.mine").nth(sent), f"her {kind} appears")

    async def presses(self, label: Words, *, under: str | None = None) -> None:
        """Tap a button and wait for the bot's answer to the tap.

        The button is looked for under the last message of the bot, or under the last one that contains `under`. A
        string is the whole label but for signs and a number in front («✓ Химия», «1. Химия» are «Химия»).
        """
        chat = await self.chat()
        message = chat.locator(".message.bot")
        if under is not None:
            message = message.filter(has_text=under)
        pattern = (
            label if isinstance(label, re.Pattern) else re.compile(rf"^{_SIGNS}(\d+\.\s)?{_flexible(label)}{_SIGNS}$")
        )
        button = message.last.locator(".key").filter(has=self.window.page.locator(".label", has_text=pattern)).first
        await self._until(button, f"a button {label!r}")
        await self._remember()
        await button.click()
        await self._until(chat.locator(".key[aria-busy=true]").first, f"an answer to {label!r}", state="detached")

    async def sees(self, text: str, *, ever: bool = False) -> None:
        """Wait until a message of the bot that came or changed since her last act contains `text`; `ever`: any one."""
        chat = await self.chat()
        before = {} if ever else self._before
        handle = await chat.element_handle()
        try:
            await self.window.page.wait_for_function(_SEES, arg=[handle, _plain(text), before])
        except PlaywrightError as error:
            raise AssertionError(await self._failure(f"{text!r}")) from error

    async def sees_toast(self, text: str) -> None:
        chat = await self.chat()
        await self._until(chat.locator(".toast").filter(has_text=text), f"a note {text!r}")

    async def reads_alert(self) -> str:
        """Wait for the window of an alert, close it, return its words."""
        dialog = self.window.page.locator("dialog.alert")
        await self._until(dialog, "an alert")
        words = await dialog.locator(".words").inner_text()
        await dialog.get_by_role("button").click()
        return words

    async def opens(self, link: str) -> None:
        """Open an invitation: a link or a bare code."""
        await self._act("Открыть приглашение")
        dialog = self.window.page.locator("dialog.form")
        await dialog.locator("[name=link]").fill(link)
        await self._remember()
        await dialog.locator("[type=submit]").click()
        await self._until(dialog, "the invitation opens", state="detached")

    async def blocks(self) -> None:
        await self._act("Заблокировать бота")
        await self._until((await self.chat()).locator('.composer[data-mode="blocked"]'), "the bot is blocked")

    async def unblocks(self) -> None:
        await self._act("Разблокировать бота")
        await self._until((await self.chat()).locator('.composer:not([data-mode="blocked"])'), "the bot is unblocked")

    async def last_text(self) -> str:
        """The words of the bot's last message without its buttons."""
        message = (await self.chat()).locator(".message.bot").last
        await self._until(message, "a message of the bot")
        words = message.locator(".text")
        return await words.inner_text() if await words.count() else ""

    async def last_buttons(self) -> list[list[str]]:
        """The rows of labels under the bot's last message."""
        message = (await self.chat()).locator(".message.bot").last
        await self._until(message, "a message of the bot")
        rows: list[list[str]] = await message.evaluate(_ROWS)
        return rows

    async def screenshot(self, path: Path) -> None:
        """Her column only."""
        await (await self.chat()).screenshot(path=path)

    async def _act(self, item: str) -> None:
        chat = await self.chat()
        await chat.locator(".chat-head .menu summary").click()
        await chat.locator(".chat-head .menu-body").get_by_role("button", name=item, exact=True).click()

    async def _remember(self) -> None:
        self._before = await (await self.chat()).evaluate(_SNAPSHOT)

    async def _until(self, place: Locator, what: str, *, state: str = "visible") -> None:
        try:
            await place.wait_for(state="detached" if state == "detached" else "visible")
        except PlaywrightError as error:
            raise AssertionError(await self._failure(what)) from error

    async def _failure(self, what: str) -> str:
        seen: Snapshot = await (await self.chat()).evaluate(_SNAPSHOT)
        last = "\n".join(list(seen.values())[-3:])
        return f"person {self.id} waited for {what}; the last messages of the bot:\n{last}\n{self.window.problems}"


def _plain(text: str) -> str:
    return " ".join(text.split())


def _flexible(label: str) -> str:
    return r"\s+".join(re.escape(word) for word in label.split())
