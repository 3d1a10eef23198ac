"""People who talk with the bot: `await teacher.sends("/start")`, `await teacher.presses("Химия")`, `.sees("…")`."""

import re
from collections.abc import Awaitable, Callable
from datetime import timedelta
from itertools import count
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.types import (
    CallbackQuery,
    Chat,
    ChatMemberBanned,
    ChatMemberMember,
    ChatMemberUpdated,
    Document,
    Message,
    PhotoSize,
    Update,
    User,
)

from tests.support.screens import BOT, SENT_AT, Screen
from tests.support.telegram import RecordingSession

Feed = Callable[[Update], Awaitable[object]]
Words = str | re.Pattern[str]
GROUPS = ("Консультации", "Ещё")
"""Buttons of second windows of the menu."""
BETWEEN_MESSAGES = timedelta(seconds=10)
"""People read before they answer; `sends_cut` is the exception."""


class Conversation:
    """All people of one test. `feed` takes an update to its end: the dispatcher, or the inbox with drained lanes."""

    def __init__(self, bot: Bot, feed: Feed) -> None:
        assert isinstance(bot.session, RecordingSession)
        self.bot = bot
        self.session = bot.session
        self.feed = feed
        self._updates = count(1)
        self._people: dict[int, Person] = {}

    @classmethod
    def over(cls, dispatcher: Dispatcher, bot: Bot) -> "Conversation":
        """Return a conversation that feeds `dispatcher` without an inbox in between."""
        return cls(bot, lambda update: dispatcher.feed_update(bot, update))

    def person(self, chat: int, name: str = "Айталина") -> "Person":
        """Return the person of this private chat, the same at each call."""
        return self._people.setdefault(chat, Person(self, chat, name))

    async def update(self, **content: Any) -> None:
        """Feed one update; fails for any Bot API method that the session does not know."""
        await self.feed(Update(update_id=next(self._updates), **content))
        assert not self.session.unknown, self.session.unknown


class Person:
    """One private chat. What she `sees` is what came or changed in it since she last did something."""

    def __init__(self, conversation: Conversation, chat: int, name: str) -> None:
        self._conversation = conversation
        self._session = conversation.session
        self.chat = chat
        self.user = User(id=chat, is_bot=False, first_name=name)
        self._since = 0
        self._query: str | None = None
        self._queries = count(1)
        self._messages = count()

    async def sends(self, text: str) -> None:
        """Type `text`, a command too."""
        await self._says(text=text)

    async def sends_cut(self, text: str) -> None:
        """Type what is longer than a message may be: Telegram cuts it into several of one second."""
        first = next(self._messages)
        for begin in range(0, len(text), 4096):
            self._messages = count(first)
            await self._says(text=text[begin : begin + 4096])

    async def sends_photo(self, caption: str | None = None) -> None:
        """Send a picture."""
        size = PhotoSize(file_id="her-photo", file_unique_id="her-photo", width=800, height=600)
        await self._says(photo=[size], caption=caption)

    async def sends_document(self, name: str, body: bytes, mime_type: str = "application/octet-stream") -> None:
        """Send a file; `getFile` and the download of it give `body`."""
        file_id = f"her-document-{self._session.next_id()}"
        self._session.uploads[file_id] = body
        await self._says(
            document=Document(
                file_id=file_id, file_unique_id=file_id, file_name=name, mime_type=mime_type, file_size=len(body)
            )
        )

    async def presses(self, words: Words) -> None:
        """Tap the button with this label, or with these words in it, on the newest message that has one."""
        for screen in reversed(self.screens):
            if _matching(screen, words):
                return await self.presses_old(screen, words)
        raise AssertionError(f"no button «{words}» in this chat:\n\n{self._all()}")

    async def opens(self, *labels: Words) -> None:
        """Tap one after another from a fresh menu on; the first may stand in a second window of it."""
        await self.sends("/menu")
        for number, label in enumerate(labels):
            if number == 0:
                await self.finds(label)
            await self.presses(label)

    async def finds(self, label: Words) -> None:
        """Go from the menu on her screen to its window that has this button; stay where none has."""
        if _matching(self.last, label):
            return
        for group in [each for each in GROUPS if each in self.buttons]:
            await self.presses(group)
            if _matching(self.last, label):
                return
            await self.presses("Назад")

    async def offers(self) -> list[str]:
        """Every label of her menu and of its groups, from a fresh menu; the menu stands again afterwards."""
        await self.sends("/menu")
        found = list(self.buttons)
        for group in [each for each in GROUPS if each in found]:
            await self.presses(group)
            found += self.buttons
            await self.presses("Назад")
        return found

    async def presses_old(self, screen: Screen, words: Words) -> None:
        """Tap a button of this very message, as it stands now or, given a copy of it, as it stood then."""
        labels = _matching(screen, words)
        assert len(labels) == 1, f"«{words}» fits {labels} of:\n\n{screen}"
        button = next(button for row in screen.rows for button in row if button.text == labels[0])
        assert button.callback_data, f"«{button.text}» is not a button that tells the bot anything"
        query = f"{self.chat}-{next(self._queries)}"
        self._acts(query)
        await self._conversation.update(
            callback_query=CallbackQuery(
                id=query,
                from_user=self.user,
                chat_instance=str(self.chat),
                message=screen.as_message(),
                data=button.callback_data,
            )
        )
        assert query in self._session.answers, f"the tap on «{button.text}» was never answered: her button spins"

    async def blocks_the_bot(self) -> None:
        """Stop the bot: it is told (my_chat_member) and nothing reaches her."""
        self._session.block(self.chat)
        await self._membership(ChatMemberMember(user=BOT), ChatMemberBanned(user=BOT, until_date=SENT_AT))

    async def returns(self) -> None:
        """Unblock the bot."""
        self._session.unblock(self.chat)
        await self._membership(ChatMemberBanned(user=BOT, until_date=SENT_AT), ChatMemberMember(user=BOT))

    @property
    def screens(self) -> list[Screen]:
        """The bot's messages in her chat, oldest first, without deleted ones."""
        return [screen for screen in self._session.screens.get(self.chat, []) if not screen.deleted]

    @property
    def last(self) -> Screen:
        """The bot's newest message in her chat."""
        assert self.screens, "the bot has said nothing here"
        return self.screens[-1]

    @property
    def buttons(self) -> list[str]:
        """The labels on the newest message."""
        return self.last.buttons

    @property
    def news(self) -> list[Screen]:
        """What came or changed since she last did something, in that order, each message once."""
        changed = {id(screen): screen for screen in self._session.changes[self._since :] if screen.chat == self.chat}
        return [screen for screen in changed.values() if not screen.deleted]

    def sees(self, *words: Words) -> None:
        """Fail unless each of `words` is in one of the news or in the answer to her tap."""
        for word in words:
            assert any(_found(word, seen) for seen in self._seen()), f"she does not see «{word}» in:\n\n{self._text()}"

    def does_not_see(self, *words: Words) -> None:
        """Fail if any of `words` stands in the news."""
        for word in words:
            assert not any(_found(word, seen) for seen in self._seen()), f"she sees «{word}» in:\n\n{self._text()}"

    def hears_nothing(self) -> None:
        """Fail if anything at all came or changed since she last did something."""
        assert not self.news, f"something came:\n\n{self._text()}"

    def looks_away(self) -> None:
        """Count as seen what has come so far."""
        self._acts(None)

    async def _says(self, **content: Any) -> None:
        self._acts(None)
        await self._conversation.update(
            message=Message(
                message_id=self._session.next_id(),
                date=SENT_AT + next(self._messages) * BETWEEN_MESSAGES,
                chat=self._private,
                from_user=self.user,
                **content,
            )
        )

    async def _membership(self, old: Any, new: Any) -> None:
        self._acts(None)
        await self._conversation.update(
            my_chat_member=ChatMemberUpdated(
                chat=self._private, from_user=self.user, date=SENT_AT, old_chat_member=old, new_chat_member=new
            )
        )

    @property
    def _private(self) -> Chat:
        return Chat(id=self.chat, type="private", first_name=self.user.first_name)

    def _acts(self, query: str | None) -> None:
        self._since, self._query = len(self._session.changes), query

    def _seen(self) -> list[str]:
        alert = self._session.answers.get(self._query or "")
        return [*(str(screen) for screen in self.news), *([alert] if alert else [])]

    def _text(self) -> str:
        return "\n---\n".join(self._seen()) or "(nothing)"

    def _all(self) -> str:
        return "\n---\n".join(map(str, self.screens)) or "(nothing)"


def _found(words: Words, text: str) -> bool:
    return words in text if isinstance(words, str) else bool(words.search(text))


def _matching(screen: Screen, words: Words) -> list[str]:
    """Labels that fit; one that is exactly `words` goes before those that only contain them."""
    if isinstance(words, str) and words in screen.buttons:
        return [words]
    return [label for label in screen.buttons if _found(words, label)]
