"""«Отправить на утверждение»: what is sent, or what is not ready yet, by name (I28)."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.text import Format

from handlers.schedule.windows import started_with
from handlers.seminars.events.views import lacks_told
from handlers.seminars.programme import states
from handlers.seminars.requests.views import short
from handlers.seminars.views import half_words
from handlers.shell import Screen, T, given, menu_button, texts_of, way_back
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turned_to
from handlers.texts import Safe
from shnor_domain.seminars.events.use_cases.drafting import Draft, ProposeProgramme
from shnor_domain.seminars.model import CycleId
from shnor_domain.seminars.programme.use_cases.deciding import SubmitVersion
from shnor_domain.territories.paging import page_of

LIST = "unready"


async def _draft(manager: DialogManager) -> Draft:
    cycle = CycleId(int(started_with(manager, "cycle")))
    return await (await given(manager, ProposeProgramme))(actor_of(manager), cycle)


async def check(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """How many events, or a page of those that are not ready and what each lacks."""
    texts, draft = texts_of(dialog_manager), await _draft(dialog_manager)
    unready = [each for each in draft.drafts if each.id in draft.lacks]
    page = page_of(unready, turned_to(dialog_manager, LIST))
    half = half_words(texts, draft.halves.cycle.half)
    lines = [
        texts("sver-unready-row", title=short(each.terms.title), lacks=lacks_told(texts, draft.lacks[each.id]))
        for each in page.rows
    ]
    if unready:
        text = texts("sver-unready", half=half, count=len(unready), lines=Safe("\n".join(lines)))
    else:
        text = texts("sver-submit", half=half, count=len(draft.drafts))
    return {"text": text, "ready": not unready, "page": page.number, "pages": page.pages}


async def on_yes(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """It waits from now on; its card comes in this place, «Назад» leads to the draft."""
    cycle = CycleId(int(started_with(manager, "cycle")))
    card = await (await given(manager, SubmitVersion))(actor_of(manager), cycle)
    await manager.done()
    await manager.start(states.OneVersion.card, data={"version": card.version.id, "said": "sver-submitted"})


def dialog() -> Dialog:
    """The window; a new object for each dispatcher."""
    return Dialog(
        Screen(
            Format("{text}"),
            Turning(LIST),
            Button(T("btn-sver-submit-yes"), id="yes", on_click=on_yes, when="ready"),
            way_back(),
            menu_button(),
            state=states.Submitting.check,
            getter=check,
        ),
    )
