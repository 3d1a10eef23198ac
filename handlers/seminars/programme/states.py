"""Windows of the programme."""

from aiogram.fsm.state import State, StatesGroup


class Programme(StatesGroup):
    """The programme for who has a place in its region; started with {"cycle": id} for one half-year."""

    all = State()
    halves = State()
    changes = State()


class ReadEvent(StatesGroup):
    """A published event as its readers, or strangers, see it; started with {"event": id}."""

    card = State()


class OpenProgramme(StatesGroup):
    """What anybody may read of programmes."""

    regions = State()
    all = State()
