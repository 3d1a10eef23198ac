"""Buttons under notices of who takes part: they carry ids and work for months; what they open asks anew who taps."""

from aiogram.filters.callback_data import CallbackData

from handlers.shell.numbers import Number


class OpenSeat(CallbackData, prefix="sseat"):
    """To who is signed up, or keeps seats: how it stands."""

    signup: Number


class CancelSeat(CallbackData, prefix="scanc"):
    """To the same: to the reason, and on to giving it back."""

    signup: Number


class TakeOffer(CallbackData, prefix="eoff"):
    """To who was offered a seat: «Беру»."""

    offer: Number


class LetOfferGo(CallbackData, prefix="epass"):
    """To the same: «Не смогу»; her place stays."""

    offer: Number


class OpenWait(CallbackData, prefix="eplace"):
    """To who waits, or waited: her place as it is now."""

    waiting: Number


class LeaveWait(CallbackData, prefix="eleave"):
    """To who waits: «Выйти из очереди»."""

    waiting: Number
