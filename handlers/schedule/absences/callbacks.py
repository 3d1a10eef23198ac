"""Buttons under notices of absences and called-off days: they carry ids and work for months."""

from aiogram.filters.callback_data import CallbackData

from handlers.shell.numbers import Number


class AnswerButton(CallbackData, prefix="csub"):
    """To who is asked to stand in: he agrees, or he cannot."""

    ask: Number
    agrees: bool


class DecideButton(CallbackData, prefix="cask"):
    """To the absent host or a coordinator: another is chosen, or what is left is called off (`off`)."""

    ask: Number
    off: bool


class KeepButton(CallbackData, prefix="cday"):
    """To a host or a coordinator: the meeting stays (`keep`), or she is asked whether to call it off."""

    slot: Number
    minute: Number
    keep: bool
