"""Buttons under notices of requests: they carry ids and work for months."""

from aiogram.filters.callback_data import CallbackData

from handlers.shell.numbers import Number


class OpenRequest(CallbackData, prefix="sreq"):
    """The request as it stands now."""

    request: Number


class CarryOver(CallbackData, prefix="scarry"):
    """The school takes the topic along into the next half-year."""

    support: Number


class AskBorder(CallbackData, prefix="sbord"):
    """The question, to be answered in a window."""

    support: Number


class OpenBoard(CallbackData, prefix="sboard"):
    """All requests of a half-year."""

    cycle: Number
