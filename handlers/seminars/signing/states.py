"""Windows of who takes part."""

from aiogram.fsm.state import State, StatesGroup


class EventSignUp(StatesGroup):
    """Signing up; started with {"event": id}."""

    school = State()
    confirm = State()


class EventColleagues(StatesGroup):
    """A lead, or a coordinator, signs others up; started with {"event": id}."""

    school = State()
    people = State()
    one = State()


class EventKept(StatesGroup):
    """Seats that a school keeps; started with {"event": id}."""

    school = State()
    number = State()


class EventSeat(StatesGroup):
    """One sign-up; started with {"signup": id}."""

    card = State()
    reason = State()


class MyEvents(StatesGroup):
    """All that the reader takes part in."""

    all = State()
    past = State()


class EventPlace(StatesGroup):
    """A queue: {"event": id} to join it, {"waiting": id} for one's place."""

    join = State()
    school = State()
    place = State()
