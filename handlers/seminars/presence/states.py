"""Windows of who came to lessons."""

from aiogram.fsm.state import State, StatesGroup


class Here(StatesGroup):
    """One lesson for who has a seat in it; started with {"lesson": id}."""

    lesson = State()


class MarkingLesson(StatesGroup):
    """One lesson for who leads it or runs the seminar; started with {"lesson": id}."""

    card = State()
    code = State()
    people = State()
    kept = State()
    everybody = State()
    reason = State()
    nobody = State()


class MarkingEvent(StatesGroup):
    """Lessons of an event that have begun, to be marked; started with {"event": id}."""

    lessons = State()


class UnmarkedLessons(StatesGroup):
    """Lessons of the last two weeks that wait for their mark."""

    all = State()
