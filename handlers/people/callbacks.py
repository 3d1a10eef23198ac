"""Buttons of notices that lead here. They carry ids and work for months; what they open checks its right anew."""

from enum import Enum

from aiogram.filters.callback_data import CallbackData

from handlers.shell.numbers import Number


class OpenWaiting(CallbackData, prefix="waiting"):
    """«Ждёт моего решения»: the whole list."""


class OpenApplication(CallbackData, prefix="application"):
    """One application, waiting or decided: under «application-waiting» and in rows of digests."""

    application: Number


class Answer(Enum):
    """What is said of somebody who came by a role link (P2); `LOOK` only opens the card."""

    RIGHT = "right"
    REVOKE = "revoke"
    LOOK = "look"


class Arrival(CallbackData, prefix="arrival"):
    """[Верно] [Отозвать] under «role-link-used»; `place` is the place that waits."""

    place: Number
    answer: Answer
