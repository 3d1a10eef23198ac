"""Buttons under notices of questions: they carry ids and work for months; what they open asks anew who taps."""

from aiogram.filters.callback_data import CallbackData

from handlers.shell.numbers import Number
from shnor_domain.questions.use_cases.parting import AfterMeeting


class TakeIt(CallbackData, prefix="qtake"):
    """To who may answer: «Беру»."""

    question: Number


class OpenIt(CallbackData, prefix="qopen"):
    """To who may answer: the question with its thread."""

    question: Number


class OpenMine(CallbackData, prefix="qmine"):
    """To the asker: her question with its thread."""

    question: Number


class Thanks(CallbackData, prefix="qthanks"):
    """To the asker: «Спасибо, понятно»."""

    question: Number


class AskMore(CallbackData, prefix="qmore"):
    """To the asker: a further question in the same thread."""

    question: Number


class WatchIt(CallbackData, prefix="qwatch"):
    """To a coordinator: the question without its text."""

    question: Number


class AfterIt(CallbackData, prefix="qmet"):
    """To the asker, after a meeting: «Да, спасибо», «Нет, жду ответа», «Пусть ответят другие»."""

    question: Number
    said: AfterMeeting


class AskInWriting(CallbackData, prefix="qwrite"):
    """To the visitor of a booking: «Плохая связь, спрошу письменно»."""

    booking: Number
