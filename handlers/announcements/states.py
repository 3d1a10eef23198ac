"""Windows of announcements that were confirmed."""

from aiogram.fsm.state import State, StatesGroup


class Announcements(StatesGroup):
    """The list, one of it, its totals, and the questions before what cannot be undone."""

    all = State()
    card = State()
    totals = State()
    stop = State()
    recall = State()
    erase = State()
    remind = State()
    correct = State()
    corrected = State()
