"""Buttons under notices of visits: they carry ids and work for months."""

from aiogram.filters.callback_data import CallbackData

from handlers.shell.numbers import Number


class OpenVisit(CallbackData, prefix="visit"):
    """The visit as it stands now."""

    visit: Number


class AskAnew(CallbackData, prefix="vanew"):
    """To the school: ask again for what fell."""

    visit: Number


class TellVisit(CallbackData, prefix="vtell"):
    """To the host: tell how it was."""

    visit: Number
