"""Everything that one sandbox consists of, for the methods of the Bot API and for the control of it."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.sandbox.callbacks import Callbacks
from bot.sandbox.calls import Calls
from bot.sandbox.clock import SandboxClock
from bot.sandbox.events import Events
from bot.sandbox.faults import Faults
from bot.sandbox.files import FileStore
from bot.sandbox.journal import Journal
from bot.sandbox.json_types import JsonObject
from bot.sandbox.limits import Limiter
from bot.sandbox.profile import Profile
from bot.sandbox.state import World
from bot.sandbox.updates import UpdateQueue
from bot.sandbox.webhook import Webhook


@dataclass(slots=True)
class Box:
    token: str
    username: str
    name: str
    journal: Journal
    events: Events
    clock: SandboxClock
    world: World
    files: FileStore
    updates: UpdateQueue
    webhook: Webhook
    callbacks: Callbacks
    limiter: Limiter
    faults: Faults
    calls: Calls
    profile: Profile
    monotonic: Callable[[], float]
    clock_url: str | None = None

    @property
    def bot_id(self) -> int:
        return int(self.token.partition(":")[0])

    def me(self) -> JsonObject:
        """Return the bot's own Bot API `User`."""
        name = self.profile.get("name:") or self.name
        return {"id": self.bot_id, "is_bot": True, "first_name": name, "username": self.username}
