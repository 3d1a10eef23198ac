"""Buttons under a reminder once its meeting has begun: they carry the booking and work for months."""

from aiogram.filters.callback_data import CallbackData

from handlers.shell.numbers import Number


class HowItWas(CallbackData, prefix="chow"):
    """To the visitor: say how the meeting was."""

    booking: Number


class BookSame(CallbackData, prefix="csame"):
    """To the visitor: days of the same host and subject, her question filled in."""

    booking: Number
