"""What the teachers of her school wish for, as its lead reads it."""

from collections.abc import Sequence
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.names import shown
from handlers.people.eyes import Eyes, eyes_of
from handlers.seminars import reading
from handlers.seminars.requests.states import NewRequest
from handlers.seminars.states import Seminars
from handlers.seminars.views import half_words
from handlers.shell import Screen, T, back_button, choices, given, menu_button
from handlers.shell.acting import actor_of
from handlers.shell.fitting import fit
from handlers.shell.turning import Turning, turn, turned_to
from handlers.texts import Safe
from shnor_domain.errors import Stale
from shnor_domain.identity import SchoolId
from shnor_domain.people.model.preferences import Names
from shnor_domain.seminars.cycle.model import ASKING
from shnor_domain.seminars.cycle.use_cases.school_wishes import WishedTopic, WishesOfSchool
from shnor_domain.territories.paging import ROWS, page_of

LIST, SCHOOL = "wished", "school"
_ROW, _NAMES = 120, 160


async def wished(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of topics with counts and names; another school of hers is a tap away."""
    eyes, found = await eyes_of(dialog_manager), await reading.cycle_of(dialog_manager)
    led = reading.led_in(dialog_manager, found)
    school = _school(dialog_manager, led)
    topics = await (await given(dialog_manager, WishesOfSchool))(actor_of(dialog_manager), found.cycle.id, school)
    page = page_of(topics, turned_to(dialog_manager, LIST))
    others = [each for each in led if each != school]
    [label] = await reading.school_choices(dialog_manager, [school], "btn-seminar-school")
    rows = [_row(eyes, number, each) for number, each in enumerate(page.rows, page.number * ROWS + 1)]
    return {
        "half": half_words(eyes.texts, found.cycle.half),
        "name": label.label,
        "lines": Safe("\n".join(rows)),
        "none": not page.total,
        "open": found.wishing,
        "asks": bool(page.total) and found.phase in ASKING,
        "schools": await reading.school_choices(dialog_manager, others, "btn-seminar-school"),
        "page": page.number,
        "pages": page.pages,
    }


def _school(manager: DialogManager, led: Sequence[SchoolId]) -> SchoolId:
    if not led:
        raise Stale
    chosen = manager.dialog_data.get(SCHOOL)
    return next((each for each in led if each == chosen), led[0])


def _row(eyes: Eyes, number: int, wished: WishedTopic) -> Safe:
    texts, count = eyes.texts, len(wished.wishes)
    said = [name for each in wished.names if (name := shown(texts, each, eyes.names, ""))]
    known = eyes.names is not Names.NONE and bool(said)
    return texts(
        "seminar-wished-row",
        number=str(number),
        topic=fit(wished.topic, _ROW),
        count=count,
        known=known,
        names=fit(", ".join(said), _NAMES),
    )


async def on_school(manager: DialogManager, school: int) -> None:
    """Another school of hers."""
    manager.dialog_data[SCHOOL] = school
    turn(manager, LIST)


async def on_request(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """A request for this school, in whose first step these topics stand."""
    found = await reading.cycle_of(manager)
    school = _school(manager, reading.led_in(manager, found))
    await manager.start(NewRequest.school, data={"cycle": found.cycle.id, "school": school})


def window() -> Screen:
    """The list."""
    return Screen(
        T("seminar-wished-none", "name", "open", when="none"),
        T("seminar-wished", "half", "name", "lines", when=lambda data, *_: not data["none"]),
        Turning(LIST),
        Button(T("btn-sreq-new"), id="request", on_click=on_request, when="asks"),
        choices("schools", on_school, int),
        back_button(Seminars.home),
        menu_button(),
        state=Seminars.school,
        getter=wished,
    )
