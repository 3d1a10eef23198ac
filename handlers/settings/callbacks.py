"""Buttons under the message of /privacy: they work in the middle of a form and for months."""

from enum import Enum

from aiogram.filters.callback_data import CallbackData


class Wish(Enum):
    """What is asked for; the last two are only done after «Да»."""

    MENU = "menu"
    SHOW = "show"
    FILES = "files"
    WITHDRAW = "withdraw"
    DELETE = "delete"
    WITHDRAW_YES = "withdraw-yes"
    DELETE_YES = "delete-yes"


class Privacy(CallbackData, prefix="privacy"):
    """One wish."""

    wish: Wish
