"""Buttons under notices of the seminar: they carry ids and work for months; what they open asks anew who taps."""

from aiogram.filters.callback_data import CallbackData

from handlers.shell.numbers import Number


class OpenSeminars(CallbackData, prefix="scat"):
    """The announced half-year, its catalogue and what may be wished for."""

    cycle: Number


class OpenWishes(CallbackData, prefix="swish"):
    """To a lead: what the teachers of a school wish for."""

    cycle: Number
    school: Number
