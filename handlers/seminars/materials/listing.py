"""Materials of an event: links in words, files by their buttons (JP11)."""

from typing import Any

from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import SwitchTo
from aiogram_dialog.widgets.text import Format

from handlers.schedule.windows import started_with
from handlers.seminars.materials import adding, removing
from handlers.seminars.materials.states import EventMaterials
from handlers.seminars.requests.views import short
from handlers.shell import Choice, Screen, T, choices, given, menu_button, texts_of, way_back
from handlers.shell.acting import actor_of
from handlers.shell.files import send_file
from handlers.shell.turning import Turning, turned_to
from handlers.texts import Safe
from shnor_domain.seminars.events.model import EventId
from shnor_domain.seminars.materials.model import MaterialId
from shnor_domain.seminars.materials.use_cases.giving import MaterialFile, Materials, ShowMaterials
from shnor_domain.territories.paging import ROWS, page_of

LIST = "materials"


async def found_of(manager: DialogManager) -> Materials:
    """As they are now."""
    event = EventId(int(started_with(manager, "event")))
    return await (await given(manager, ShowMaterials))(actor_of(manager), event)


async def rows(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of them; where there are none it says what comes."""
    texts, found = texts_of(dialog_manager), await found_of(dialog_manager)
    page = page_of(found.rows, turned_to(dialog_manager, LIST))
    numbered = list(enumerate(page.rows, page.number * ROWS + 1))
    lines = [
        texts(
            "smat-row",
            number=str(number),
            title=each.title,
            recording=each.recording,
            file=each.file is not None,
            link=each.link or "",
        )
        for number, each in numbered
    ]
    return {
        "text": texts(
            "smat-all",
            title=short(found.event.terms.title),
            some=bool(found.rows),
            gives=found.gives,
            lines=Safe("\n".join(lines)),
        ),
        LIST: [
            Choice(each.id, texts.button("btn-smat-file", number=str(number), title=each.title))
            for number, each in numbered
            if each.file is not None
        ],
        "gives": found.gives,
        "removes": found.gives and bool(found.rows),
        "page": page.number,
        "pages": page.pages,
    }


async def on_file(manager: DialogManager, material: int) -> None:
    """The file as a message of its own."""
    found, body = await (await given(manager, MaterialFile))(actor_of(manager), MaterialId(material))
    await send_file(manager, body, found.file_name or found.title)


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            Format("{text}"),
            choices(LIST, on_file, int),
            Turning(LIST),
            SwitchTo(T("btn-smat-add"), id="add", state=EventMaterials.title, when="gives"),
            SwitchTo(T("btn-smat-remove"), id="remove", state=EventMaterials.remove, when="removes"),
            way_back(),
            menu_button(),
            state=EventMaterials.all,
            getter=rows,
        ),
        *adding.windows(),
        *removing.windows(),
    )
