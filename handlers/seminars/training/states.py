"""Windows of learning hours."""

from aiogram.fsm.state import State, StatesGroup


class MyHours(StatesGroup):
    """The reader's own."""

    all = State()


class SchoolHours(StatesGroup):
    """Those of the people of a school, for who leads it."""

    all = State()
    schools = State()
    halves = State()


class WhoCame(StatesGroup):
    """Who asked, signed up and came, for coordinators and observers."""

    all = State()
    school = State()
    hours = State()
    halves = State()
