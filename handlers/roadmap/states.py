"""Windows of road maps."""

from aiogram.fsm.state import State, StatesGroup


class MyPlan(StatesGroup):
    """One's own items."""

    all = State()


class Plans(StatesGroup):
    """Plans within reach, one of them, the parts of one of its items."""

    all = State()
    plan = State()
    parts = State()


class PlanProgress(StatesGroup):
    """How far municipalities and schools are, and what one of them has to do."""

    rows = State()
    owner = State()


class PlanShift(StatesGroup):
    """Days of many items moved at once."""

    listed = State()
    one = State()
    where = State()
    plan = State()
    days = State()
    reason = State()
    check = State()
    done = State()


class PlanStart(StatesGroup):
    """A programme for many schools."""

    programme = State()
    where = State()
    schools = State()
    done = State()


class PlanAdd(StatesGroup):
    """One item more."""

    title = State()
    period = State()
    reading = State()


class PlanDate(StatesGroup):
    """Days for an item that is there already."""

    which = State()
    period = State()
    reading = State()


class PlanReviewer(StatesGroup):
    """Who confirms an item."""

    which = State()
    level = State()


class PlanDrop(StatesGroup):
    """One item less."""

    which = State()
    sure = State()
