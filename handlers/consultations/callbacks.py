"""Buttons under notices of consultations: they carry ids and work for months."""

from aiogram.filters.callback_data import CallbackData

from handlers.shell.numbers import Number


class OpenBooking(CallbackData, prefix="cbook"):
    """To the visitor: the booking as it stands now."""

    booking: Number


class MoveSeat(CallbackData, prefix="cmove"):
    """To the visitor: other times for her booking."""

    booking: Number


class CancelSeat(CallbackData, prefix="ccancel"):
    """To the visitor: give the seat back, with a reason on a button."""

    booking: Number


class BookAgain(CallbackData, prefix="cagain"):
    """To the visitor: times of the same subject."""

    subject: str


class GiveLink(CallbackData, prefix="clink"):
    """To the host: send the link of the meeting of `slot` that starts in this minute."""

    slot: Number
    minute: Number


class OpenMeeting(CallbackData, prefix="cmeet"):
    """To the host: who comes to the meeting of `slot` that starts in this minute."""

    slot: Number
    minute: Number
