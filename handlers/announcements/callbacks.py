"""Buttons under announcements: they carry ids and work for months; what they open asks anew who taps."""

from aiogram.filters.callback_data import CallbackData

from handlers.shell.numbers import Number


class AckAnnouncement(CallbackData, prefix="ack"):
    """«Ознакомлен(а)»."""

    announcement: Number


class AnnouncementFile(CallbackData, prefix="adoc"):
    """The document of an announcement that came with a photo."""

    announcement: Number


class BookFromList(CallbackData, prefix="abook"):
    """«Записаться» without a subject: the list of subjects."""
