"""Buttons under notices of consultations: they carry ids and work for months."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

Number = Annotated[int, Field(ge=0, lt=2**31)]
"""An id, or minutes since 1970; what is forged fits no filter and is answered as an old button."""


class OpenBooking(CallbackData, prefix="cbook"):
    """To the visitor: the booking as it stands now."""

    booking: Number


class BookAgain(CallbackData, prefix="cagain"):
    """To the visitor: times of the same subject."""

    subject: str


class OpenMeeting(CallbackData, prefix="cmeet"):
    """To the host: who comes to the meeting of `slot` that starts in this minute."""

    slot: Number
    minute: Number
