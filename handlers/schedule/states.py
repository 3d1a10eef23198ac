"""Windows of hosts, of coordinators and of the open schedule."""

from aiogram.fsm.state import State, StatesGroup


class Desk(StatesGroup):
    """«Моё расписание»."""

    main = State()
    slots = State()


class Publish(StatesGroup):
    """The wizard; `link` and `venue` are one step, those below `summary` are reached from it."""

    subject = State()
    weekday = State()
    starts = State()
    minutes = State()
    format = State()
    link = State()
    venue = State()
    audience = State()
    schools = State()
    area = State()
    capacity = State()
    summary = State()
    change = State()
    limits = State()
    first_day = State()
    last_day = State()
    notice = State()
    horizon = State()
    done = State()


class SlotCard(StatesGroup):
    """One weekly time; started with {"slot": id}."""

    card = State()
    close = State()
    close_confirm = State()
    open = State()
    window_day = State()
    window_time = State()
    window_minutes = State()
    window_done = State()
    link = State()
    change = State()
    change_capacity = State()
    change_last_day = State()
    change_notice = State()
    change_horizon = State()
    change_venue = State()
    end = State()
    told = State()


class MeetingCard(StatesGroup):
    """One meeting; started with {"key": views.key_id}."""

    card = State()
    confirm = State()
    told = State()
    link = State()
    linked = State()


class Drafts(StatesGroup):
    """Days of the region's plan."""

    all = State()
    one = State()


class Oversight(StatesGroup):
    """Coordinators: the weekly times of their territory."""

    subjects = State()
    slots = State()


class OpenSchedule(StatesGroup):
    """«Расписание консультаций» for everybody, registered or not."""

    regions = State()
    subjects = State()
    slots = State()
