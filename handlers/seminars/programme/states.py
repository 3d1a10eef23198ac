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


class OneVersion(StatesGroup):
    """A version for who runs the seminar, or decides; started with {"version": id}."""

    card = State()
    events = State()
    changes = State()
    approve = State()
    back = State()
    publish = State()
    withdraw = State()


class Versions(StatesGroup):
    """All versions of a half-year; started with {"cycle": id}."""

    all = State()


class WaitingVersion(StatesGroup):
    """Versions that wait for the reader's decision."""

    all = State()


class Submitting(StatesGroup):
    """The draft of a half-year is sent to who decides; started with {"cycle": id}."""

    check = State()
