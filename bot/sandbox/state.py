"""The world of the sandbox: who is there and what was said. Every change goes to the journal and to the pages."""

from dataclasses import replace

from bot.sandbox.events import Events
from bot.sandbox.journal import Journal
from bot.sandbox.json_types import JsonObject
from bot.sandbox.records import Chat, Group, Message, Person, StoredFile, message_from, to_record

# Ids of today's accounts do not fit in 32 bits, and a bot that stores them so must fail here and not in the wild.
_FIRST_PERSON = 5_000_000_001
_FIRST_GROUP = -4_000_000_001


class World:
    """Reads are O(1) by id; writes replace a record and remember the version."""

    def __init__(self, journal: Journal, events: Events) -> None:
        self._journal = journal
        self._events = events
        self.people: dict[int, Person] = {}
        self.groups: dict[int, Group] = {}
        self.files: dict[str, StoredFile] = {}
        self.file_by_id: dict[str, StoredFile] = {}
        self.file_by_path: dict[str, StoredFile] = {}
        self.messages: dict[int, dict[int, Message]] = {}
        self.versions: list[tuple[str, Message]] = []
        journal.restores("person", lambda record: self._keep_person(Person(**record)))
        journal.restores("group", lambda record: self._keep_group(Group(**record)))
        journal.restores("file", lambda record: self._keep_file(StoredFile(**record)))
        journal.restores("message", self._restore_message)

    def chat(self, chat_id: int) -> Chat | None:
        return self.people.get(chat_id) or self.groups.get(chat_id)

    def next_person_id(self) -> int:
        return max([_FIRST_PERSON - 1, *self.people]) + 1

    def next_group_id(self) -> int:
        return min([_FIRST_GROUP + 1, *self.groups]) - 1

    def next_message_id(self, chat_id: int) -> int:
        """Count per chat, as supergroups do: a bot that keys by the message alone must be found out."""
        return len(self.messages.get(chat_id, {})) + 1

    def message(self, chat_id: int, message_id: int) -> Message | None:
        """Return the present version; None when it never was or is deleted."""
        message = self.messages.get(chat_id, {}).get(message_id)
        return None if message is None or message.deleted else message

    def put_person(self, person: Person) -> Person:
        self._journal.append("person", to_record(person))
        self._keep_person(person)
        self._events.publish("person", chat_id=person.id)
        return person

    def put_group(self, group: Group) -> Group:
        self._journal.append("group", to_record(group))
        self._keep_group(group)
        return group

    def put_file(self, file: StoredFile) -> StoredFile:
        self._journal.append("file", to_record(file))
        self._keep_file(file)
        return file

    def put_message(self, message: Message) -> Message:
        """Store a new message or a new version of it; a message of the bot raises the person's unread count."""
        self._journal.append("message", to_record(message))
        kind = self._keep_message(message)
        self._events.publish(kind, chat_id=message.chat_id, message_id=message.message_id)
        person = self.people.get(message.chat_id)
        if kind == "message" and message.from_bot and person is not None:
            self.put_person(replace(person, unread=person.unread + 1))
        return message

    def mark_read(self, person: Person) -> None:
        if person.unread:
            self.put_person(replace(person, unread=0))

    def _keep_person(self, person: Person) -> None:
        self.people[person.id] = person

    def _keep_group(self, group: Group) -> None:
        self.groups[group.id] = group

    def _keep_file(self, file: StoredFile) -> None:
        self.files[file.key] = self.file_by_id[file.file_id] = self.file_by_path[file.path] = file

    def _restore_message(self, record: JsonObject) -> None:
        self._keep_message(message_from(record))

    def _keep_message(self, message: Message) -> str:
        chat = self.messages.setdefault(message.chat_id, {})
        known = message.message_id in chat
        kind = "delete" if message.deleted else "edit" if known else "message"
        chat[message.message_id] = message
        self.versions.append((kind, message))
        return kind
