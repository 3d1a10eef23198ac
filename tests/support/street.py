"""People of a sandbox by HTTP, without a browser: `await teacher.presses("Химия")`, `await teacher.sees("…")`.

The sandbox may be in this process or in another one: it is watched by its stream of events, so nobody asks twice
before something has changed. Time limits are guards against hanging.
"""

import asyncio
import html
import json
import re
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from aiohttp import ClientError, ClientSession, ClientTimeout, FormData, TCPConnector

from bot.tasks import Tasks

GUARD = 240.0
Words: TypeAlias = str | re.Pattern[str]

_SIGNS = r"[^0-9A-Za-zЀ-ӿ]*"
_SPOKEN = ("message", "edit", "delete")
_TAGS = re.compile(r"<[^>]+>")


class ButtonGone(AssertionError):
    """Between her look and her tap the bot took the button away."""


@dataclass(frozen=True, slots=True)
class Said:
    """A message of the bot as it stands; `text` has plain single spaces, `buttons` are rows of (label, data)."""

    id: int
    text: str
    buttons: tuple[tuple[tuple[str, str], ...], ...]
    html: str
    file: str | None = None

    @property
    def labels(self) -> list[str]:
        return [label for row in self.buttons for label, _ in row]

    def data_of(self, label: Words) -> str | None:
        """What the first button with this label tells the bot; a string is the whole label but for signs around."""
        pattern = label if isinstance(label, re.Pattern) else re.compile(rf"\A{_SIGNS}{re.escape(label)}{_SIGNS}\Z")
        for row in self.buttons:
            for shown, data in row:
                if pattern.search(_plain(shown)):
                    return data
        return None


class WirePerson:
    """One private chat; what she `sees` is what came or changed in it since her last act, and the note to a tap."""

    def __init__(self, street: "Street", person_id: int) -> None:
        self._street = street
        self.id = person_id
        self.note = ""
        self._before: dict[int, Said] = {}

    async def starts(self) -> None:
        """Tap «Начать» of an empty chat."""
        await self.sends("/start")

    async def sends(self, text: str) -> None:
        await self._acts("send", {"text": text})

    async def opens(self, start: str) -> None:
        """Tap a deep link; a whole address or its code."""
        await self._acts("open", {"start": start.rpartition("start=")[2]})

    async def attaches(self, body: bytes, name: str, *, kind: str = "document", caption: str = "") -> None:
        """Send a file as `photo` or `document`."""
        self._before, self.note = await self._now(), ""
        form = FormData({"kind": kind, "text": caption, "caption": caption})
        form.add_field("file", body, filename=name)
        await self._street.post(f"people/{self.id}/send", form)

    async def presses(self, label: Words, *, under: str | None = None) -> str:
        """Tap a button of the newest message that has it (and contains `under`); gives the note of the answer."""
        found: list[tuple[Said, str]] = []

        async def there() -> bool:
            for said in reversed((await self._now()).values()):
                data = said.data_of(label)
                if data is not None and (under is None or under in said.text):
                    found.append((said, data))
                    return True
            return False

        await self._until(there, f"a button {label!r}")
        return await self.presses_at(*found[-1])

    async def presses_at(self, said: Said, data: str) -> str:
        """Tap a button of this very message."""
        answer = await self._acts("press", {"message_id": said.id, "data": data})
        assert answer["answered"], f"the tap of person {self.id} on {data!r} was never answered"
        self.note = _plain(answer["text"])
        return self.note

    async def sees(self, *texts: Words, ever: bool = False) -> Said:
        """Wait until one and the same message that came or changed since her last act, or the note, has all texts.

        `ever`: it may have been there before.
        """
        found: list[Said] = []

        async def there() -> bool:
            shown = await (self.said() if ever else self.news())
            found.extend(said for said in [*shown, Said(0, self.note, (), "")] if all(_has(said, it) for it in texts))
            return bool(found)

        await self._until(there, f"{texts!r}")
        return found[-1]

    async def news(self) -> list[Said]:
        """Messages of the bot that came or changed since her last act."""
        return [said for number, said in (await self._now()).items() if self._before.get(number) != said]

    async def said(self) -> list[Said]:
        """All messages of the bot that are in the chat, oldest first."""
        return list((await self._now()).values())

    async def last(self) -> Said:
        return (await self.said())[-1]

    async def looks_away(self) -> None:
        """Count as seen what has come so far."""
        self._before, self.note = await self._now(), ""

    async def _acts(self, action: str, body: dict[str, object]) -> Any:
        self._before, self.note = await self._now(), ""
        return await self._street.post(f"people/{self.id}/{action}", body)

    async def _now(self) -> dict[int, Said]:
        return {
            raw["message_id"]: _said(raw)
            for raw in await self._street.get(f"people/{self.id}/messages")
            if raw["from_bot"] and not raw["deleted"]
        }

    async def _until(self, there: Callable[[], Any], what: str) -> None:
        try:
            async with asyncio.timeout(GUARD):
                await self._street.until(self.id, there)
        except TimeoutError:
            shown = "\n---\n".join(f"{said.text}\n{said.labels}" for said in (await self.said())[-3:])
            raise AssertionError(f"person {self.id} waited for {what}; she has:\n{shown}\nnote: {self.note}") from None


@dataclass
class Street:
    """All people of one sandbox."""

    http: ClientSession
    _changed: dict[int, asyncio.Event] = field(default_factory=lambda: defaultdict(asyncio.Event))

    def person(self, person_id: int) -> WirePerson:
        return WirePerson(self, person_id)

    async def newcomer(self, name: str, **fields: Any) -> WirePerson:
        """Somebody who has not opened the bot yet; `username` and `id` may be given."""
        return self.person((await self.post("people", {"name": name, **fields}))["id"])

    async def transcript(self) -> list[dict[str, Any]]:
        """Every version of every message in the order of events."""
        found: list[dict[str, Any]] = await self.get("transcript")
        return found

    async def get(self, what: str) -> Any:
        async with self.http.get(f"/sandbox/{what}") as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()

    async def post(self, what: str, body: Any) -> Any:
        # dictionaries are JSON, forms are forms
        given = {"json": body} if isinstance(body, dict) else {"data": body}
        async with self.http.post(f"/sandbox/{what}", **given) as answer:
            if answer.status == 409 and (await answer.json())["code"] == "no_button":
                raise ButtonGone(what)
            assert answer.status < 300, f"{answer.status} {await answer.text()}"
            return await answer.json()

    async def until(self, chat: int, there: Callable[[], Any]) -> None:
        """Return when `there()` is true, asking anew after each change in the chat."""
        changed = self._changed[chat]
        while True:
            changed.clear()
            if await there():
                return
            await changed.wait()

    async def watch(self, begun: asyncio.Event) -> None:
        """Read the stream of events until cancelled, over and over when the sandbox itself starts anew."""
        while True:
            try:
                async with self.http.get("/sandbox/events", timeout=ClientTimeout(total=None)) as stream:
                    begun.set()
                    await self._read(stream.content)
            except (ClientError, OSError):
                await asyncio.sleep(0.1)

    async def _read(self, lines: Any) -> None:
        for waiting in self._changed.values():
            waiting.set()
        async for line in lines:
            if line.startswith(b"data: ") and (event := json.loads(line[6:]))["type"] in _SPOKEN:
                self._changed[event["chat_id"]].set()


@asynccontextmanager
async def street_of(url: str) -> AsyncIterator[Street]:
    """The people of the sandbox at `url`."""
    tasks, begun = Tasks(), asyncio.Event()
    # a tap holds its connection until the bot has answered, and many tap at once
    async with ClientSession(url, timeout=ClientTimeout(total=GUARD), connector=TCPConnector(limit=0)) as http:
        street = Street(http)
        tasks.start(street.watch(begun), name="events of the sandbox")
        try:
            async with asyncio.timeout(GUARD):
                await begun.wait()
            yield street
        finally:
            await tasks.cancel()
    await asyncio.sleep(0)


def _said(raw: dict[str, Any]) -> Said:
    marked = raw["html"] or raw["caption_html"]
    return Said(
        raw["message_id"],
        _plain(html.unescape(_TAGS.sub("", marked.replace("<br>", "\n")))),
        tuple(tuple((button["text"], button.get("data") or "") for button in row) for row in raw["buttons"]),
        marked,
        raw["document"]["file_name"] if raw["document"] else raw["photo"],
    )


def _has(said: Said, words: Words) -> bool:
    return bool(words.search(said.text)) if isinstance(words, re.Pattern) else _plain(words) in said.text


def _plain(text: str) -> str:
    return " ".join(text.split())
