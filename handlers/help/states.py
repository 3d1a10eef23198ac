"""Windows of help and contacts."""

from aiogram.fsm.state import State, StatesGroup


class Help(StatesGroup):
    """What can be done here."""

    about = State()


class Contacts(StatesGroup):
    """Who answers where."""

    all = State()
    several = State()
    found = State()
