"""Windows of «Записать учителя» and of «Ученики и родители»."""

from aiogram.fsm.state import State, StatesGroup


class ForOthers(StatesGroup):
    """For whom, what, when; and what she has booked."""

    unit = State()
    school = State()
    teachers = State()
    guest = State()
    colleague = State()
    booking = State()
    reason = State()
    cancelled = State()
    subject = State()
    host = State()
    day = State()
    time = State()
    queue = State()
    queued = State()
    topic = State()
    again = State()
    done = State()


class Numbers(StatesGroup):
    """Meetings to which a school sends a number of people."""

    meetings = State()
    meeting = State()
    number = State()
    done = State()
    reason = State()
    cancelled = State()
