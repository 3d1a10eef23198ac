"""Windows of tables of competence."""

from aiogram.fsm.state import State, StatesGroup


class Competence(StatesGroup):
    """Where, the table of a year, what lies inside, other years, what the levels mean."""

    places = State()
    table = State()
    inside = State()
    years = State()
    levels = State()


class CompetenceEntry(StatesGroup):
    """Which subject, its numbers, a look before they are kept; how many people in all; a subject taken out."""

    subjects = State()
    numbers = State()
    check = State()
    people = State()
    drop = State()
