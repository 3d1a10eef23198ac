"""Windows of visits."""

from aiogram.fsm.state import State, StatesGroup


class AskVisits(StatesGroup):
    """What a school asks for; may be started with {"visit": id}, to correct and send again, or with {"like": id},
    for a new request as that one was."""

    school = State()
    subjects = State()
    topic = State()
    whom = State()
    people = State()
    days = State()
    day = State()
    host = State()
    check = State()


class SchoolVisit(StatesGroup):
    """Visits to the reader's schools."""

    all = State()


class HostVisit(StatesGroup):
    """Visits that the reader makes."""

    all = State()


class WaitingVisit(StatesGroup):
    """Requests that wait for the reader's decision."""

    all = State()


class OneVisit(StatesGroup):
    """One visit; started with {"visit": id}."""

    card = State()
    withdraw = State()
    decline = State()
    why = State()
    move_day = State()
    move_time = State()


class VisitAppointing(StatesGroup):
    """Who comes and when; started with {"visit": id, "version": number}."""

    host = State()
    day = State()
    time = State()
    minutes = State()
    check = State()


class VisitReport(StatesGroup):
    """How it was; started with {"visit": id}."""

    held = State()
    came = State()
    words = State()
    done = State()
