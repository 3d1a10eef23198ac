"""Buttons of messages that belong to no window: they carry ids and codes only and work for months."""

from aiogram.filters.callback_data import CallbackData

from handlers.shell.numbers import Number
from shnor_domain.people.model.preferences import Notices


class Agree(CallbackData, prefix="agree"):
    """An answer to the consent of `version`; `link` is the code of the invitation that led here, or empty."""

    answer: str
    version: Number
    link: str = ""


class Invited(CallbackData, prefix="inv"):
    """An answer to «Вас приглашают: … Это вы?»."""

    yes: bool
    link: str


class News(CallbackData, prefix="news"):
    """«Объявления»."""

    what: Notices


class SeeApplication(CallbackData, prefix="appl"):
    """One's own application, from a notice."""

    application: Number
