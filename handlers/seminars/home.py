"""/seminars: what is announced, until when, and what the reader may do."""

from typing import Any

from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Start, SwitchTo

from handlers.seminars import reading, topics
from handlers.seminars.programme import near
from handlers.seminars.programme.states import Programme
from handlers.seminars.requests.states import OwnRequests
from handlers.seminars.signing.states import MyEvents
from handlers.seminars.states import Halves, Seminars
from handlers.seminars.training.states import MyHours, SchoolHours
from handlers.seminars.views import half_words, stands_words
from handlers.seminars.wishes import mine, of_school, wishing
from handlers.shell import Choice, Screen, T, choices, given, menu_button, texts_of, way_back
from handlers.shell.acting import actor_of
from handlers.texts import Safe
from shnor_domain.identity import SCHOOL_ROLES
from shnor_domain.seminars.access import regions_run, schools_led
from shnor_domain.seminars.cycle.use_cases.catalogue import OpenCycle
from shnor_domain.seminars.cycle.use_cases.school_wishes import WishesOfSchool
from shnor_domain.seminars.cycle.use_cases.wishing import MOST_WISHES


async def home(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The half-year in hand; another one is a tap away."""
    texts, found = texts_of(dialog_manager), await reading.cycles(dialog_manager)
    runs = bool(regions_run(actor_of(dialog_manager)))
    here = reading.in_hand(dialog_manager, found)
    programme = await near.programme(dialog_manager)
    if here is None:
        lines = [texts("seminar-nothing", runs=runs), *await near.lines(dialog_manager, programme)]
        return {"text": Safe("\n".join(lines)), "runs": runs, "others": [], "topics": 0, "mine": 0,
                "may": False, "leads": False, "wished": 0, "out": programme is not None}  # fmt: skip
    mine_here = await reading.my_wishes(dialog_manager, here)
    may = here.wishing and bool(reading.wishes_for(dialog_manager, here))
    lines = [
        texts("seminar-home", half=half_words(texts, here.cycle.half)),
        stands_words(texts, here.cycle, here.phase, here.today),
        texts("seminar-in-catalogue", count=len(here.topics)),
    ]
    if reading.wishes_for(dialog_manager, here):
        lines.append(texts("seminar-my-count", count=len(mine_here), most=MOST_WISHES))
    lines += await near.lines(dialog_manager, programme)
    led = reading.led_in(dialog_manager, here)
    return {
        "text": Safe("\n".join(lines)),
        "runs": runs,
        "others": [
            Choice(each.cycle.id, texts.button("btn-seminar-half", half=half_words(texts, each.cycle.half)))
            for each in found
            if each.cycle.id != here.cycle.id
        ],
        "topics": len(here.topics),
        "mine": len(mine_here),
        "may": may,
        "leads": bool(led),
        "wished": await _wished(dialog_manager, here),
        "out": programme is not None,
    }


async def _wished(manager: DialogManager, here: OpenCycle) -> int:
    """Topics that teachers of the reader's schools wish for."""
    wishes = await given(manager, WishesOfSchool)
    return sum([len(await wishes(actor_of(manager), here.cycle.id, each)) for each in reading.led_in(manager, here)])


def teaches(_data: dict[str, Any], _widget: Any, manager: DialogManager) -> bool:
    """Who may have hours of her own."""
    return actor_of(manager).has(*SCHOOL_ROLES)


def leads(_data: dict[str, Any], _widget: Any, manager: DialogManager) -> bool:
    """Who reads those of a school."""
    return bool(schools_led(actor_of(manager)))


async def on_other(manager: DialogManager, cycle: int) -> None:
    """Another half-year."""
    manager.dialog_data[reading.CYCLE] = cycle


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("seminar-window", "text"),
            Start(T("btn-sprog"), id="programme", state=Programme.all, when="out"),
            Start(T("btn-ssign-list"), id="signed", state=MyEvents.all, when="out"),
            SwitchTo(T("btn-seminar-wish"), id="wish", state=Seminars.wish, when="may"),
            SwitchTo(T("btn-seminar-topics", count="topics"), id="topics", state=Seminars.topics, when="topics"),
            SwitchTo(T("btn-seminar-mine", count="mine"), id="mine", state=Seminars.mine, when="mine"),
            SwitchTo(T("btn-seminar-wished", count="wished"), id="school", state=Seminars.school, when="leads"),
            Start(T("btn-sreq-list"), id="requests", state=OwnRequests.all, when="leads"),
            Start(T("btn-strain-mine"), id="hours", state=MyHours.all, when=teaches),
            Start(T("btn-strain-of-school"), id="school_hours", state=SchoolHours.all, when=leads),
            choices("others", on_other, int),
            Start(T("btn-seminar-run"), id="run", state=Halves.all, when="runs"),
            way_back(),
            menu_button(),
            state=Seminars.home,
            getter=home,
        ),
        *topics.windows(),
        *wishing.windows(),
        *mine.windows(),
        of_school.window(),
        on_start=on_start,
        name="seminars",
    )


async def on_start(data: Any, manager: DialogManager) -> None:
    """A button of a notice names its cycle."""
    if isinstance(data, dict):
        manager.dialog_data.update(data)
