"""What the sandbox remembers: people, groups, messages, files."""

from dataclasses import asdict, dataclass
from typing import TypeAlias

from bot.sandbox.json_types import JsonObject


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may talk with the bot; her id is the id of her private chat too."""

    id: int
    name: str
    username: str | None = None
    hint: str = ""
    blocked: bool = False
    deactivated: bool = False
    started: bool = False
    unread: int = 0

    def user(self) -> JsonObject:
        """Return the Bot API `User`."""
        return {"id": self.id, "is_bot": False, **self._names(), "language_code": "ru"}

    def chat(self) -> JsonObject:
        """Return the Bot API `Chat`."""
        return {"id": self.id, **self._names(), "type": "private"}

    def _names(self) -> JsonObject:
        first, _, last = self.name.partition(" ")
        names = {"first_name": first}
        if last.strip():
            names["last_name"] = last.strip()
        if self.username:
            names["username"] = self.username
        return names


@dataclass(frozen=True, slots=True)
class Group:
    """A group without members of its own: enough to see what a bot gets back from groups."""

    id: int
    title: str
    supergroup: bool = False
    kicked: bool = False
    migrated_to: int | None = None

    def chat(self) -> JsonObject:
        """Return the Bot API `Chat`."""
        return {"id": self.id, "title": self.title, "type": "supergroup" if self.supergroup else "group"}


Chat: TypeAlias = Person | Group


@dataclass(frozen=True, slots=True)
class StoredFile:
    """`key` names it for the page, `path` in Bot API downloads; size in bytes, width and height in pixels."""

    key: str
    file_id: str
    unique_id: str
    kind: str
    path: str
    name: str
    mime: str
    size: int
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class Message:
    """One version of a message: `photo` or `document` (a file's key) or none; dates are unix seconds."""

    chat_id: int
    message_id: int
    from_bot: bool
    date: int
    text: str
    entities: tuple[JsonObject, ...] = ()
    photo: str | None = None
    document: str | None = None
    markup: JsonObject | None = None
    reply_to: int | None = None
    edit_date: int | None = None
    deleted: bool = False

    @property
    def media(self) -> bool:
        return self.photo is not None or self.document is not None


def message_from(record: JsonObject) -> Message:
    return Message(**{**record, "entities": tuple(record["entities"])})


def to_record(thing: Person | Group | StoredFile | Message) -> JsonObject:
    return asdict(thing)
