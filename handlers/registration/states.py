"""Windows of registration and of one's own application."""

from aiogram.fsm.state import State, StatesGroup


class Registration(StatesGroup):
    """The steps; which of them a person meets follows from her role."""

    role = State()
    helper = State()
    reach = State()
    region = State()
    place = State()
    place_sure = State()
    school = State()
    no_school = State()
    subjects = State()
    name = State()
    done = State()


class MyApplication(StatesGroup):
    """What became of an application."""

    all = State()
    one = State()
    withdraw = State()
