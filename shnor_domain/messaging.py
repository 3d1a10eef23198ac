"""What leaves the bot, in words that every messenger shares: text with simple HTML, inline buttons, a picture, a
file."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import Enum
from typing import NewType, Protocol

ChatId = NewType("ChatId", int)
MessageRef = NewType("MessageRef", str)
"""A sent message as text («chat:message» in Telegram), so that another messenger's ids fit too."""


@dataclass(frozen=True, slots=True)
class Button:
    """One inline button: `data` (at most 64 bytes) comes back when it is tapped, or `url` opens; exactly one of them
    is set."""

    text: str
    data: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file for the reader: `name` with its extension, whole content in `body`. One that many get has a `key` instead,
    by which the messenger may know it already, and is loaded only where it does not; None where it is gone.
    """

    name: str
    body: bytes
    picture: bool = False
    key: str = ""
    load: Callable[[], Awaitable[bytes | None]] | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """`text` is HTML of at most 4096 UTF-16 units; `buttons` are rows; `silent` makes no sound."""

    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    attachment: Attachment | None = None
    silent: bool = False


class Lane(Enum):
    """Who waits for whom at the sender: answers to people never wait behind a mailing. `ANSWER` is for what somebody
    has just tapped for and looks at, `PEOPLE` for what one person is told."""

    ANSWER = "answer"
    PEOPLE = "people"
    MAILING = "mailing"


class Undeliverable(Exception):
    """The message was not delivered; subclasses say whether trying again can help."""


class Unreachable(Undeliverable):
    """The person blocked the bot, deleted the account or never started it: nothing reaches her until she comes back.

    `reason` is one of «blocked», «deactivated», «never-started», «no-chat».
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class TryLater(Undeliverable):
    """A passing fault (network, 5xx, 429): `seconds` of real time until the next attempt makes sense, None if
    unknown."""

    def __init__(self, seconds: float | None = None) -> None:
        super().__init__("try later")
        self.seconds = seconds


class OutcomeUnknown(Undeliverable):
    """The request left, the answer was lost: delivered or not, nobody can tell (rule 7 «неизвестно»)."""


class Refused(Undeliverable):
    """The messenger refuses this very message (a 4xx that repeats): a bug of ours, kept with its description."""

    def __init__(self, description: str) -> None:
        super().__init__(description)
        self.description = description


class ChatMoved(Undeliverable):
    """The chat has a new id (Bot API `migrate_to_chat_id`): write to it there from now on."""

    def __init__(self, chat: ChatId) -> None:
        super().__init__("moved")
        self.chat = chat


class Messenger(Protocol):
    """Everything outgoing passes here: paced, gated by 429, with errors as the classes above."""

    async def send(self, chat: ChatId, message: Message, lane: Lane = Lane.PEOPLE) -> MessageRef:
        """Send a new message; raises `Undeliverable`."""
        ...

    async def edit(
        self, ref: MessageRef, message: Message, *, anew: bool = True, lane: Lane = Lane.PEOPLE
    ) -> MessageRef | None:
        """Replace text and buttons; «message is not modified» is success. Gives the reference of what the reader sees
        now.

        A copy that is gone or cannot be edited is sent anew, or left alone (None) without `anew`. Raises
        `Undeliverable`.
        """
        ...

    async def delete(self, ref: MessageRef, lane: Lane = Lane.PEOPLE) -> bool:
        """Delete the copy; False when it is gone already or older than 48 h (Bot API deleteMessage)."""
        ...
