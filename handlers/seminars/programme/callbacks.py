"""Buttons under notices of the programme: they carry ids and work for months."""

from aiogram.filters.callback_data import CallbackData

from handlers.shell.numbers import Number


class OpenEvent(CallbackData, prefix="sev"):
    """The event as it stands now."""

    event: Number


class OpenProgrammeOf(CallbackData, prefix="sprog"):
    """The programme of a half-year."""

    cycle: Number


class OpenVersion(CallbackData, prefix="sver"):
    """The version as it stands now."""

    version: Number
