"""The button that every digest ends with."""

from aiogram.filters.callback_data import CallbackData

from handlers.shell.numbers import Number


class Tomorrow(CallbackData, prefix="tomorrow"):
    """«Напомнить завтра»: `notice` is one of the rows that stand in the digest (L6)."""

    notice: Number
