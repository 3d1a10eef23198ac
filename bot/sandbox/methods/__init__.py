"""The methods of the Bot API that the sandbox has, by their lower-case names."""

from bot.sandbox.methods import callbacks, commands, edits, files, messages, profile, updates
from bot.sandbox.methods.registry import Method

_ALL: dict[str, Method] = (
    callbacks.METHODS | commands.METHODS | edits.METHODS | files.METHODS | messages.METHODS | profile.METHODS
    | updates.METHODS
)  # fmt: skip
NAMES: dict[str, str] = {name.lower(): name for name in _ALL}
METHODS: dict[str, Method] = {name.lower(): method for name, method in _ALL.items()}
