"""Who runs the seminar makes an event: the questions as windows, a look at the whole, and what follows a refusal."""

from datetime import date, time
from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Group, SwitchTo
from aiogram_dialog.widgets.text import Format

from handlers.schedule.windows import asked_again
from handlers.seminars.events import asking, states
from handlers.seminars.events.data import When
from handlers.seminars.events.form import ORDER, form_of
from handlers.seminars.events.hosting import choices_of_hosts, hosts_of
from handlers.seminars.events.views import Look, look_of
from handlers.seminars.requests.views import people_word, schools_word
from handlers.shell import Asks, DayPicker, Screen, T, cancel_button, choices, given, menu_button
from handlers.shell.acting import actor_of
from handlers.texts import Safe
from handlers.texts import times as words
from shnor_domain.consultations.typed import typed_capacity
from shnor_domain.errors import Invalid
from shnor_domain.seminars.events.rules import Timing, check_timing
from shnor_domain.seminars.events.use_cases.drafting import EventChoices, PrepareEvent
from shnor_domain.seminars.events.use_cases.making import AddEvent
from shnor_domain.seminars.model import TOPIC_LETTERS, Form

_NEW = states.NewEvent
_CHOICES = "seminar_event_choices"
ASKED_IN = {
    "title": _NEW.title,
    "form": _NEW.form,
    "starts": _NEW.lessons,
    "minutes": _NEW.lessons,
    "lessons": _NEW.lessons,
    "host": _NEW.host,
    "capacity": _NEW.seats,
    "quota": _NEW.quota,
}


async def choices_of(manager: DialogManager) -> EventChoices:
    """What there is to choose from, read once an update."""
    data, form = manager.middleware_data, form_of(manager)
    if _CHOICES not in data:
        data[_CHOICES] = await (await given(manager, PrepareEvent))(actor_of(manager), form.cycle, form.request)
    found: EventChoices = data[_CHOICES]
    return found


async def on_start(data: Any, manager: DialogManager) -> None:
    """What its request says is not asked again, but for the title, which may be another."""
    form = form_of(manager)
    if isinstance(data, dict):
        form.data.update(data)
    asked = (await choices_of(manager)).request
    if asked is not None:
        wanted = asked.request.wanted
        form.data.update(title=wanted.topic, audience=wanted.audience.value)
        if wanted.form is not Form.EITHER:
            form.data["form"] = wanted.form.value


async def answer(manager: DialogManager, name: str, value: object) -> None:
    """Keep it, and ask what is still open."""
    form = form_of(manager)
    form.data[name] = value
    await manager.switch_to(form.next_open())


async def title(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The topic of its request stands as the title until another is typed."""
    form, texts = form_of(dialog_manager), (await look_of(dialog_manager)).texts
    asked = (await choices_of(dialog_manager)).request
    about = "" if asked is None else texts("sev-ask-title-asked", schools=schools_word(texts, asked.schools),
                                           people=people_word(texts, asked.people))  # fmt: skip
    return {"title": form.data.get("title") or "", "has": bool(form.data.get("title")), "asked": about}


async def on_title(manager: DialogManager, text: str) -> None:
    """Typed."""
    await answer(manager, "title", text)


async def on_same_title(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """As it stands."""
    await manager.switch_to(form_of(manager).next_open())


async def on_kind(manager: DialogManager, value: str) -> None:
    """One of five."""
    await answer(manager, "kind", value)


async def on_audience(manager: DialogManager, value: str) -> None:
    """For teachers or the team."""
    await answer(manager, "audience", value)


async def on_form(manager: DialogManager, value: str) -> None:
    """From afar or on the spot."""
    await answer(manager, "form", value)


async def days(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Those of the half-year that are ahead; the wanted month first."""
    offered, form = await choices_of(dialog_manager), form_of(dialog_manager)
    month = None if offered.request is None else offered.request.request.wanted.month
    opens = min(max(month or offered.first_day, offered.first_day), offered.last_day)
    return {
        "today": offered.today,
        "first_day": offered.first_day,
        "last_day": offered.last_day,
        "opens": opens,
        "number": len(form.lessons) + 1,
        "first": not form.lessons,
    }


async def on_day(manager: DialogManager, day: date) -> None:
    """The hour is next."""
    When(manager).keep(day=day.isoformat())
    await manager.switch_to(_NEW.time)


async def on_no_day(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Lessons come later."""
    await answer(manager, "lessons", [])


async def hours(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The day, and whose clock it is."""
    look, offered = await look_of(dialog_manager), await choices_of(dialog_manager)
    day = words.day(look.texts, When(dialog_manager).day, this_year=offered.today.year)
    return {"day": day, "zone": look.clock_of(offered.zone)}


async def keep_time(manager: DialogManager, at: time) -> None:
    """The length is next, for the second lesson as the first had it."""
    When(manager).keep(time=at.isoformat("minutes"))
    await manager.switch_to(_NEW.minutes)


async def keep_minutes(manager: DialogManager, minutes: int) -> None:
    """One more lesson, unless its hour has passed: then the hour is asked again."""
    When(manager).keep(minutes=minutes)
    look, offered, form = await look_of(manager), await choices_of(manager), form_of(manager)
    at = When(manager).timing(offered.zone)
    async with asked_again(manager, {"starts": _NEW.time}):
        check_timing(at, look.now)
        if any(each.starts < at.ends and at.starts < each.ends for each in form.lessons):
            raise Invalid("starts", "lesson-overlap")
    form.add_lesson(at)
    await manager.switch_to(_NEW.lessons)


async def lessons(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Those that are chosen so far."""
    look, form = await look_of(dialog_manager), form_of(dialog_manager)
    offered = await choices_of(dialog_manager)
    return {"lines": _lesson_lines(look, form.lessons, offered.zone), "some": bool(form.lessons)}


async def on_enough(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """No more lessons."""
    form = form_of(manager)
    form.data.setdefault("lessons", [])
    await manager.switch_to(form.next_open())


async def on_drop_last(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The last by time is not wanted."""
    form_of(manager).drop_last()


async def hosts(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Who may lead at these hours."""
    form = form_of(dialog_manager)
    return {"hosts": await choices_of_hosts(dialog_manager, form.cycle, form.lessons)}


async def on_host(manager: DialogManager, person: int) -> None:
    """Somebody of the list."""
    await answer(manager, "host", person)


async def on_no_host(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Nobody yet."""
    await answer(manager, "host", 0)


async def on_seats(manager: DialogManager, text: str) -> None:
    """Typed."""
    await answer(manager, "seats", typed_capacity(text))


async def on_seats_button(manager: DialogManager, value: int) -> None:
    """A usual number."""
    await answer(manager, "seats", value)


async def on_quota(manager: DialogManager, text: str) -> None:
    """Typed."""
    await answer(manager, "quota", typed_capacity(text))


async def on_quota_button(manager: DialogManager, value: int) -> None:
    """A usual number."""
    await answer(manager, "quota", value)


async def on_no_quota(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """As many as come."""
    await answer(manager, "quota", 0)


async def on_shown(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """To everybody, or to whom it invites."""
    await answer(manager, "shown", button.widget_id == "shown_all")


async def check(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """All of it before it is stored."""
    look, form = await look_of(dialog_manager), form_of(dialog_manager)
    offered, terms, texts = await choices_of(dialog_manager), form.terms(), look.texts
    leads = [each for each in await hosts_of(dialog_manager, form.cycle, []) if each.person == form.host]
    lines = [
        texts("sev-check", title=terms.title),
        texts("seminar-topic-facts", kind=terms.kind.value, form=terms.form.value, audience=terms.audience.value),
        texts("sev-host", name=look.person(leads[0].name)) if leads else texts("sev-host-none"),
        _lesson_lines(look, form.lessons, offered.zone) or texts("sev-no-lessons"),
        texts("sev-seats", count=terms.capacity)
        if terms.quota is None
        else texts("sev-seats-quota", count=terms.capacity, quota=terms.quota),
        texts("sev-shown", all=terms.shown_to_all),
    ]
    return {"text": Safe("\n".join(lines))}


async def on_save(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """What was refused is asked for in its own window; the rest stays as it was answered."""
    form = form_of(manager)
    requests = [] if form.request is None else [form.request]
    async with asked_again(manager, ASKED_IN):
        card = await (await given(manager, AddEvent))(
            actor_of(manager), form.cycle, form.terms(), form.lessons, requests
        )
    await manager.start(states.OneEvent.card, data={"event": card.event.id, "said": "sev-added"})


async def on_result(_started: Any, result: Any, manager: DialogManager) -> None:
    """«Назад» from what was made leads to where the making began."""
    await manager.done(result)


def _lesson_lines(look: Look, timings: list[Timing], zone: str) -> Safe:
    lines = [
        look.texts(
            "sev-lesson-new",
            number=str(number),
            at=look.moment(each.starts, zone),
            minutes=words.minutes(look.texts, each.minutes),
        )
        for number, each in enumerate(timings, 1)
    ]
    return Safe("\n".join(lines))


def _back(to: State) -> Group:
    """«Назад» to the question before; once all is answered, to the look at the whole."""

    def answered(_data: Any, _widget: Any, manager: DialogManager) -> bool:
        return form_of(manager).next_open() == _NEW.check

    def in_order(_data: Any, _widget: Any, manager: DialogManager) -> bool:
        return not answered(_data, _widget, manager)

    return Group(
        SwitchTo(T("btn-back"), id="to_check", state=_NEW.check, when=answered),
        SwitchTo(T("btn-back"), id="to_question", state=to, when=in_order),
    )


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("sev-ask-title", "has", "title", "asked"),
            Button(T("btn-sev-same-title"), id="same", on_click=on_same_title, when="has"),
            Asks("title", on_title, most=TOPIC_LETTERS),
            cancel_button("btn-back"),
            menu_button(),
            state=_NEW.title,
            getter=title,
        ),
        Screen(
            T("sev-ask-kind"),
            asking.named("kind", asking.KINDS, on_kind),
            _back(_NEW.title),
            state=_NEW.kind,
        ),
        Screen(
            T("sev-ask-audience"),
            asking.named("audience", asking.AUDIENCES, on_audience),
            _back(_NEW.kind),
            state=_NEW.audience,
        ),
        Screen(
            T("sev-ask-form"),
            asking.named("form", asking.FORMS, on_form),
            _back(_NEW.audience),
            state=_NEW.form,
        ),
        Screen(
            T("sev-ask-day", "number"),
            DayPicker("day", on_day, opens="opens"),
            Button(T("btn-sev-no-day"), id="no_day", on_click=on_no_day, when="first"),
            SwitchTo(T("btn-back"), id="to_lessons", state=_NEW.lessons, when=lambda data, _w, _m: not data["first"]),
            SwitchTo(T("btn-back"), id="to_form", state=_NEW.form, when="first"),
            state=_NEW.day,
            getter=days,
        ),
        asking.time_window(_NEW.time, _NEW.day, keep_time, hours),
        asking.minutes_window(_NEW.minutes, _NEW.time, keep_minutes),
        Screen(
            T("sev-lessons-new", "some", "lines"),
            SwitchTo(T("btn-sev-more-lessons"), id="more", state=_NEW.day),
            Button(T("btn-sev-drop-last"), id="drop", on_click=on_drop_last, when="some"),
            Button(T("btn-sev-go-on"), id="enough", on_click=on_enough),
            _back(_NEW.form),
            state=_NEW.lessons,
            getter=lessons,
        ),
        Screen(
            T("sev-ask-host"),
            choices("hosts", on_host, int),
            Button(T("btn-sev-no-host"), id="no_host", on_click=on_no_host),
            _back(_NEW.lessons),
            state=_NEW.host,
            getter=hosts,
        ),
        Screen(
            T("sev-ask-seats"),
            asking.numbers("seats", "btn-sreq-number", asking.SEATS, on_seats_button),
            Asks("seats", on_seats, most=100),
            _back(_NEW.host),
            state=_NEW.seats,
        ),
        Screen(
            T("sev-ask-quota"),
            asking.numbers("quota", "btn-sreq-number", asking.QUOTAS, on_quota_button),
            Button(T("btn-sev-no-quota"), id="no_quota", on_click=on_no_quota),
            Asks("quota", on_quota, most=100),
            _back(_NEW.seats),
            state=_NEW.quota,
        ),
        Screen(
            T("sev-ask-shown"),
            Button(T("btn-sev-shown-all"), id="shown_all", on_click=on_shown),
            Button(T("btn-sev-shown-own"), id="shown_own", on_click=on_shown),
            _back(_NEW.quota),
            state=_NEW.shown,
        ),
        Screen(
            Format("{text}"),
            Button(T("btn-sev-save"), id="save", on_click=on_save),
            Group(
                *(SwitchTo(T(f"btn-sev-change-{name}"), id=f"to_{name}", state=getattr(_NEW, name)) for name in ORDER),
                width=2,
            ),
            cancel_button(),
            menu_button(),
            state=_NEW.check,
            getter=check,
            on_process_result=on_result,
        ),
        on_start=on_start,
    )
