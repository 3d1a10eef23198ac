"""Buttons under an offer and under what is told of a queue: they carry ids and work for months."""

from aiogram.filters.callback_data import CallbackData

from handlers.shell.numbers import Number


class TakeSeat(CallbackData, prefix="wtake"):
    """To who was offered it: «Беру»."""

    offer: Number


class LetGo(CallbackData, prefix="wpass"):
    """To who was offered it: «Не смогу»; her place stays."""

    offer: Number


class StepOut(CallbackData, prefix="wleave"):
    """To who waits: «Выйти из очереди»."""

    waiting: Number


class OpenPlace(CallbackData, prefix="wplace"):
    """To who waits, or waited: her place as it is now."""

    waiting: Number
