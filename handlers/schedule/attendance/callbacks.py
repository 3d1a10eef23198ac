"""Buttons under «Как прошло?»: they carry the meeting and work for as long as it may be marked."""

from aiogram.filters.callback_data import CallbackData

from handlers.shell.numbers import Number


class MarkMeeting(CallbackData, prefix="cmark"):
    """To the host: who came to the meeting of `slot` that starts in this minute."""

    slot: Number
    minute: Number


class AllCame(CallbackData, prefix="call"):
    """To the host: everybody came, in one tap."""

    slot: Number
    minute: Number
