"""Schools that nobody leads, at the border of a half-year: the coordinators over them see them, and answer."""

from collections.abc import Sequence
from typing import Any

from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.text import Format

from handlers.schedule.windows import started_with
from handlers.seminars.events.views import look_of
from handlers.seminars.requests import states
from handlers.seminars.requests.views import SCHOOL, schools_word, short
from handlers.seminars.views import half_words
from handlers.shell import Choice, Screen, choices, given, menu_button, texts_of, way_back
from handlers.shell.acting import actor_of
from handlers.shell.fitting import fit
from handlers.shell.turning import Turning, turned_to
from handlers.texts import Safe
from shnor_domain.errors import Stale
from shnor_domain.seminars.cycle.model import Phase
from shnor_domain.seminars.model import CycleId
from shnor_domain.seminars.requests.unanswered import ANSWERING, Ahead
from shnor_domain.seminars.requests.use_cases.looking import Halves
from shnor_domain.seminars.requests.use_cases.unanswered import WhoHasNotAnswered
from shnor_domain.territories.paging import ROWS, page_of

LIST = "nobody"


async def nobody(manager: DialogManager, halves: Halves | None) -> dict[str, int]:
    """How many answers the reader may give in the half-year that is looked at: for the button of `open_nobody`."""
    actor = actor_of(manager)
    answers = any(place.verified and place.role in ANSWERING for place in actor.places)
    if halves is None or halves.phase is not Phase.OVER or not answers:
        return {"nobody": 0}
    found = await (await given(manager, WhoHasNotAnswered))(actor, halves.cycle.id)
    return {"nobody": len(found.nobody)}


async def open_nobody(manager: DialogManager, halves: Halves | None) -> None:
    """Below the window it was opened from."""
    if halves is None:
        raise Stale
    await manager.start(states.Unanswered.all, data={"cycle": halves.cycle.id})


async def rows(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of them, by school; where there is none left, who is waited for."""
    texts, cycle = texts_of(dialog_manager), CycleId(int(started_with(dialog_manager, "cycle")))
    found = await (await given(dialog_manager, WhoHasNotAnswered))(actor_of(dialog_manager), cycle)
    page = page_of(found.nobody, turned_to(dialog_manager, LIST))
    numbered = list(enumerate(page.rows, page.number * ROWS + 1))
    half = half_words(texts, found.cycle.half)
    schools = schools_word(texts, found.schools)
    none = texts("sreq-nobody-none", half=half, schools=schools, count=found.schools, ahead=bool(found.ahead))
    text = Safe("\n".join([none, *([] if found.schools else await ahead_lines(dialog_manager, found.ahead))]))
    if found.nobody:
        lines = [
            texts(
                "sreq-nobody-row",
                number=str(number),
                school=fit(each.school.name, SCHOOL),
                topic=short(each.request.wanted.topic),
            )
            for number, each in numbered
        ]
        text = texts("sreq-nobody", half=half, lines=Safe("\n".join(lines)))
    return {
        "text": text,
        LIST: [
            Choice(
                each.support.id,
                texts.button("btn-sreq-nobody-row", number=str(number), topic=each.request.wanted.topic),
            )
            for number, each in numbered
        ],
        "page": page.number,
        "pages": page.pages,
    }


async def ahead_lines(manager: DialogManager, ahead: Sequence[Ahead]) -> list[Safe]:
    """What the half-year waits for, and when that is over: a window of them, and how many more there are."""
    look = await look_of(manager)
    rows = [
        look.texts(
            "sreq-close-ahead-row",
            topic=short(each.request.wanted.topic),
            when=look.moment(each.event.open_lessons[-1].starts, each.event.zone),
        )
        for each in sorted(ahead, key=lambda each: each.event.open_lessons[-1].starts)[:ROWS]
    ]
    return rows + ([look.texts("sreq-close-ahead-more", count=len(ahead) - ROWS)] if len(ahead) > ROWS else [])


async def on_row(manager: DialogManager, support: int) -> None:
    """The question, to be answered for its school."""
    await manager.start(states.Border.ask, data={"support": support})


def dialog() -> Dialog:
    """The window; a new object for each dispatcher."""
    return Dialog(
        Screen(
            Format("{text}"),
            choices(LIST, on_row, int),
            Turning(LIST),
            way_back(),
            menu_button(),
            state=states.Unanswered.all,
            getter=rows,
        ),
    )
