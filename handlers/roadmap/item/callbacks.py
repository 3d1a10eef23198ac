"""The button of rows and notices that opens an item; it works for months, and what it opens checks its right anew."""

from aiogram.filters.callback_data import CallbackData

from handlers.shell.numbers import Number


class OpenItem(CallbackData, prefix="item"):
    """The card of an item as it stands now."""

    item: Number
