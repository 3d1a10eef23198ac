"""Buttons under «Как вам мероприятие?»: they carry ids and work for as long as it may be rated."""

from aiogram.filters.callback_data import CallbackData

from handlers.shell.numbers import Number


class OpenRating(CallbackData, prefix="srate"):
    """To who came: 1–5, and a line."""

    event: Number
