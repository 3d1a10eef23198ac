"""Buttons under notices about materials: they carry ids and work for months."""

from aiogram.filters.callback_data import CallbackData

from handlers.shell.numbers import Number


class OpenMaterials(CallbackData, prefix="smat"):
    """Materials of an event."""

    event: Number
