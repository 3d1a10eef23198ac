"""Buttons under notices: they carry ids and work for months."""

from aiogram.filters.callback_data import CallbackData

from handlers.shell.numbers import Number


class ConfirmSeat(CallbackData, prefix="cwill"):
    """To the visitor: she will come."""

    booking: Number
