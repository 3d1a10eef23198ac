"""Buttons under notices about lessons: they carry ids and work for as long as one may check in or mark."""

from aiogram.filters.callback_data import CallbackData

from handlers.shell.numbers import Number


class CheckInHere(CallbackData, prefix="shere"):
    """«Отметиться» to who has a seat: at a distance it is done by this tap, at one place the code is asked for."""

    lesson: Number


class MarkOneLesson(CallbackData, prefix="smark"):
    """To who leads it: who came to a lesson."""

    lesson: Number


class AllCameToLesson(CallbackData, prefix="sall"):
    """To who leads it: everybody came, in one tap."""

    lesson: Number
