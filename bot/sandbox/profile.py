"""What the bot says about itself: names, descriptions, commands by scope and language, the menu button."""

from bot.sandbox.events import Events
from bot.sandbox.journal import Journal
from bot.sandbox.json_types import Json, JsonObject


class Profile:
    """Values are kept under a text key, such as `name:` or `commands:chat:5000000001:ru`."""

    def __init__(self, journal: Journal, events: Events) -> None:
        self._journal = journal
        self._events = events
        self._values: dict[str, Json] = {}
        journal.restores("profile", self._restore)

    def _restore(self, record: JsonObject) -> None:
        self._values[record["key"]] = record["value"]

    def get(self, key: str, default: Json = None) -> Json:
        return self._values.get(key, default)

    def put(self, key: str, value: Json) -> None:
        if self._values.get(key) != value:
            self._journal.append("profile", {"key": key, "value": value})
            self._values[key] = value

    def put_commands(self, scope: str, language: str, commands: list[JsonObject], chat_id: int | None) -> None:
        self.put(f"commands:{scope}:{language}", commands)
        self._events.publish("commands", chat_id=chat_id)

    def commands(self, scope: str, language: str) -> list[JsonObject]:
        found: list[JsonObject] = self.get(f"commands:{scope}:{language}", [])
        return found

    def commands_of(self, person_id: int, language: str) -> list[JsonObject]:
        """Return what the menu button shows: the most specific scope, then the language, then none."""
        for scope in (f"chat:{person_id}", "all_private_chats", "default"):
            for spoken in (language, ""):
                found = self.commands(scope, spoken)
                if found:
                    return found
        return []
