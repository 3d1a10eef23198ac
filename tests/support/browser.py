"""A headless Chromium with windows of the sandbox's page; time limits are guards against hanging."""

import re
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from playwright.async_api import Browser, ConsoleMessage, Page, async_playwright

from tests.support.visitor import Visitor

GUARD_MS = 30_000
ARGUMENTS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """The system's Chromium without a window. Raises `RuntimeError` when it is not installed."""
    executable = shutil.which("chromium")
    if executable is None:
        raise RuntimeError("chromium is not installed: apt-get install chromium")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=executable, args=list(ARGUMENTS))
        try:
            yield browser
        finally:
            await browser.close()


class Window:
    """One window with the page of the sandbox; `problems` collects script errors and refused content."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.problems: list[str] = []
        page.set_default_timeout(GUARD_MS)
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("console", self._listen)

    @classmethod
    async def open(
        cls, browser: Browser, url: str, *, width: int = 1440, height: int = 900, zone: str = "Europe/Moscow",
        phone: bool = False,
    ) -> "Window":  # fmt: skip
        """A fresh profile (nothing remembered) of `width` × `height` CSS pixels; returns when the stream is up."""
        context = await browser.new_context(
            viewport={"width": width, "height": height},
            locale="ru-RU",
            timezone_id=zone,
            has_touch=phone,
            is_mobile=phone,
        )
        window = cls(await context.new_page())
        await window.page.goto(url)
        await window.connected()
        return window

    async def connected(self) -> None:
        await self.page.locator("body[data-connected=true]").wait_for()

    def _listen(self, message: ConsoleMessage) -> None:
        # A refusal that the page shows to the visitor is also noted by the browser: that is no defect of the page.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.problems.append(message.text)

    async def person(self, who: int | str) -> "Visitor":
        """A person of the list by id or by exact name; her chat is opened beside the others."""
        row = self.page.locator("[data-person]")
        if isinstance(who, int):
            row = self.page.locator(f'[data-person="{who}"]')
        else:
            row = row.filter(has=self.page.locator(".name", has_text=re.compile(f"^{re.escape(who)}$")))
        await row.first.wait_for(state="attached")
        person_id = int(await row.first.get_attribute("data-person") or 0)
        visitor = Visitor(self, person_id)
        await visitor.chat()
        return visitor

    async def newcomer(self, name: str) -> "Visitor":
        """Somebody who has just found the bot: added by «Новый человек», not started yet."""
        await self._show_list()
        await self.page.locator("[data-new-person]").click()
        dialog = self.page.locator("dialog.form")
        await dialog.locator("[name=name]").fill(name)
        await dialog.locator("[type=submit]").click()
        await dialog.wait_for(state="detached")
        return await self.person(name)

    async def open_chat(self, person_id: int) -> None:
        await self._show_list()
        await self.page.locator(f'[data-person="{person_id}"] .person').click(modifiers=["Control"])

    async def _show_list(self) -> None:
        back = self.page.locator(".chat .back:visible")
        if await back.count():
            await back.first.click()

    async def moves_clock(self, button: str) -> None:
        """Press a button of the clock («+1 час», «+1 день», «До следующего события») and wait until all is done."""
        clock = self.page.locator(".clock")
        if not await clock.locator(".clock-controls").is_visible():
            await clock.locator(".clock-unfold").click()
        await clock.get_by_role("button", name=button).click()
        await self.page.locator(".clock:not([aria-busy=true])").wait_for()

    async def screenshot(self, path: Path) -> None:
        await self.page.screenshot(path=path)
