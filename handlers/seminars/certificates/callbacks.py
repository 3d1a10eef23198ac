"""Buttons under notices about certificates: they carry ids and work for months."""

from aiogram.filters.callback_data import CallbackData

from handlers.shell.numbers import Number


class NewCertificate(CallbackData, prefix="scert"):
    """A certificate of an event, by what is recorded now."""

    event: Number
