"""Windows of rating."""

from aiogram.fsm.state import State, StatesGroup


class RatingEvent(StatesGroup):
    """What an event was worth to the reader; started with {"event": id}."""

    score = State()
    words = State()
    done = State()


class ReadRating(StatesGroup):
    """The average of an event, for who leads it or runs the seminar; started with {"event": id}."""

    all = State()
