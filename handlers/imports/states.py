"""Windows of an import."""

from aiogram.fsm.state import State, StatesGroup


class Imports(StatesGroup):
    """Which table, the file, its report, the questions, the end."""

    kind = State()
    file = State()
    report = State()
    problems = State()
    changes = State()
    questions = State()
    notes = State()
    done = State()
