"""How a method of the Bot API looks from inside."""

from collections.abc import Awaitable, Callable
from typing import TypeAlias

from bot.sandbox.args import Args
from bot.sandbox.box import Box
from bot.sandbox.json_types import Json

Method: TypeAlias = Callable[[Box, Args], Json | Awaitable[Json]]
