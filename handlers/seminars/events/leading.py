"""«Мои занятия»: lessons that the reader leads, by time (I24)."""

from typing import Any

from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.text import Format

from handlers.seminars.events import states
from handlers.seminars.events.views import look_of, where_word
from handlers.seminars.requests.views import short
from handlers.shell import Choice, Screen, choices, given, menu_button, way_back
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turned_to
from handlers.texts import Safe
from shnor_domain.errors import Stale
from shnor_domain.seminars.events.use_cases.drafting import HostLessons
from shnor_domain.territories.paging import ROWS, page_of

LIST = "leading"


async def rows(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of them, with what each still lacks."""
    look = await look_of(dialog_manager)
    found = await (await given(dialog_manager, HostLessons))(actor_of(dialog_manager))
    page = page_of(found, turned_to(dialog_manager, LIST))
    numbered = list(enumerate(page.rows, page.number * ROWS + 1))
    lines = [
        look.texts(
            "sev-leading-row",
            number=str(number),
            title=short(each.event.terms.title),
            at=look.moment(each.lesson.starts, each.event.zone),
            where=where_word(look.texts, each.lesson),
        )
        for number, each in numbered
    ]
    text = look.texts("sev-leading", lines=Safe("\n".join(lines))) if found else look.texts("sev-leading-none")
    return {
        "text": text,
        LIST: [
            Choice(
                each.lesson.id,
                look.texts.button("btn-sev-lesson", number=str(number), at=look.short_moment(each.lesson.starts)),
            )
            for number, each in numbered
        ],
        "page": page.number,
        "pages": page.pages,
    }


async def on_row(manager: DialogManager, lesson: int) -> None:
    """The lesson; «Назад» leads over all lessons of its event back here."""
    found = await (await given(manager, HostLessons))(actor_of(manager))
    row = next((each for each in found if each.lesson.id == lesson), None)
    if row is None:
        raise Stale
    await manager.start(states.Lessons.all, data={"event": row.event.id, "lesson": lesson})


def dialog() -> Dialog:
    """The window; a new object for each dispatcher."""
    return Dialog(
        Screen(
            Format("{text}"),
            choices(LIST, on_row, int),
            Turning(LIST),
            way_back(),
            menu_button(),
            state=states.Leading.all,
            getter=rows,
        ),
    )
