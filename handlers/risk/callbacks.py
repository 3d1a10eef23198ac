"""The button of notices and rows of digests that opens a factor; it works for months and checks its right anew."""

from aiogram.filters.callback_data import CallbackData

from handlers.shell.numbers import Number


class OpenFactor(CallbackData, prefix="factor"):
    """The factor of a school as it stands now."""

    case: Number
