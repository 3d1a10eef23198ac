"""Windows of bringing a plan in, and of who answers for bodies."""

from aiogram.fsm.state import State, StatesGroup


class Bringing(StatesGroup):
    """The file, its report, each answer on its own, and the end."""

    file = State()
    report = State()
    years = State()
    move = State()
    questions = State()
    unknown = State()
    body = State()
    whom = State()
    schools = State()
    title = State()
    programme = State()
    items = State()
    doubts = State()
    confirm = State()
    done = State()


class PlanBodies(StatesGroup):
    """«Кто отвечает»: the region, its bodies, the people of one, somebody to add."""

    region = State()
    all = State()
    one = State()
    add = State()
