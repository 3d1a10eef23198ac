"""kill -9 where it hurts: the sandbox counts the calls of a bot, and at the chosen one the bot dies.

Between an effect and its mark means: the sandbox carries the call out, and the bot is dead before the answer leaves.
"""

import asyncio
import inspect
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from functools import partial
from typing import Any
from unittest.mock import patch

from bot.sandbox.args import Args
from bot.sandbox.box import Box
from bot.sandbox.json_types import Json
from bot.sandbox.methods import METHODS
from bot.sandbox.methods.registry import Method
from tests.support.letters import LETTER
from tests.support.process import BotProcess
from tests.support.walk import BOOKED, HOST

CANCELLED, REFUSED = "Запись отменена.", "Ваш вопрос сохранён"


class Place(Enum):
    """Which calls are counted: any, a letter of a mailing, the host's notice, a visitor's window about the booking that
    is committed, about the one that is given back, about the seat that is gone, and the request for updates that would
    confirm those which are written down.
    """

    ANYWHERE = "anywhere"
    LETTER = "letter"
    HOST = "host"
    BOOKED = "booked"
    CANCELLED = "cancelled"
    REFUSED = "refused"
    CONFIRMATION = "confirmation"


@dataclass(frozen=True, slots=True)
class Blow:
    """At the `count`-th call of this life at this `place`: `first` it is carried out, or not; or some seconds `later`,
    whatever is being done then.
    """

    place: Place
    count: int
    first: bool = False
    later: float = 0.0


@dataclass(frozen=True, slots=True)
class Accepted:
    """A message that the sandbox took in the `life` of one process."""

    life: int
    chat: int
    message: int
    text: str


_MOMENTS = {Place.BOOKED: (True, False), Place.CANCELLED: (True, False), Place.CONFIRMATION: (False,)}
"""Where the bot may die before the sandbox has carried the call out."""


def blows(chance: random.Random, exact: dict[Place, int], anywhere: int) -> list[Blow]:
    """So many at each place, in any order; those anywhere come from the first call of a start on."""
    found = [Blow(Place.ANYWHERE, chance.randint(1, 40), later=chance.uniform(0, 0.03)) for _ in range(anywhere)]
    for place, times in exact.items():
        for _ in range(times):
            first = chance.choice(_MOMENTS.get(place, (True,)))
            found.append(Blow(place, chance.randint(1, 12 if place is Place.LETTER else 2), first))
    chance.shuffle(found)
    return found


@dataclass
class Striker:
    """Waits in the sandbox. `accepted` is what it took, `given` the updates that it gave: number → as it was sent;
    `withheld` the message whose answer the last bot did not live to get.
    """

    bot: BotProcess
    life: int = 0
    struck: bool = False
    accepted: list[Accepted] = field(default_factory=list)
    given: dict[int, dict[str, Any]] = field(default_factory=dict)
    withheld: Accepted | None = None
    _blow: Blow | None = None
    _left: int = 0

    @contextmanager
    def at_work(self) -> Iterator["Striker"]:
        watched = {name: partial(self._watch, name, method) for name, method in METHODS.items()}
        with patch.dict(METHODS, watched):
            yield self

    def next_life(self, blow: Blow | None) -> None:
        """The bot starts; without a blow it lives."""
        self.life += 1
        self.struck, self.withheld = False, None
        self._blow, self._left = blow, 0 if blow is None else blow.count
        self.bot.start()

    async def falls(self) -> None:
        """Return when the blow has hit."""

        async def struck() -> bool:
            return self.struck

        await self.bot.until(struck, f"{self._blow}")

    async def _watch(self, name: str, method: Method, box: Box, args: Args) -> Json:
        if self._hit(name, args, carried_out=False):
            self._strike()
        result: Any = method(box, args)
        if inspect.isawaitable(result):
            result = await result
        if name == "sendmessage":
            self.accepted.append(Accepted(self.life, result["chat"]["id"], result["message_id"], result["text"]))
        if name == "getupdates":
            self.given |= {update["update_id"]: update for update in result}
        if self._hit(name, args, carried_out=True):
            self.withheld = self.accepted[-1] if name == "sendmessage" else None
            self._strike()
        return result

    def _hit(self, name: str, args: Args, *, carried_out: bool) -> bool:
        """A call that is refused is none that has been carried out."""
        blow = self._blow
        if blow is None or self._left == 0 or blow.first is not carried_out or not _AT[blow.place](name, args):
            return False
        self._left -= 1
        if self._left == 0 and blow.later:
            asyncio.get_running_loop().call_later(blow.later, self._strike)
        return self._left == 0 and not blow.later

    def _strike(self) -> None:
        if not self.struck:
            self.bot.kill()
            self.struck = True


def _says(words: str) -> Callable[[str, Args], bool]:
    return lambda name, args: name in ("sendmessage", "editmessagetext") and words in args.text("text")


_AT: dict[Place, Callable[[str, Args], bool]] = {
    Place.ANYWHERE: lambda _name, _args: True,
    Place.LETTER: lambda name, args: name == "sendmessage" and args.text("text").startswith(f"{LETTER}:"),
    Place.HOST: lambda name, args: name == "sendmessage" and args.number("chat_id") == HOST,
    Place.BOOKED: _says(BOOKED),
    Place.CANCELLED: _says(CANCELLED),
    Place.REFUSED: _says(REFUSED),
    Place.CONFIRMATION: lambda name, args: name == "getupdates" and args.number("offset") > 0,
}
