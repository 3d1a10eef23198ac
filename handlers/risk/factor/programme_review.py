"""Who agrees to a programme: agreeing, returning with remarks one message each, and closing them one by one (R114)."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.text import Format

from handlers.people.form import Form
from handlers.risk.factor.data import case_of, seen, the_factor
from handlers.risk.factor.views import title
from handlers.risk.states import RiskProgramme
from handlers.risk.words import words_of
from handlers.shell import Asks, Choice, Screen, T, back_button, choices, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from handlers.shell.fitting import fit
from handlers.shell.turning import Turning, turned_to
from handlers.texts import Safe
from shnor_domain.risk.programmes import MOST_REMARK, MOST_REMARKS, ProgrammeId, RemarkId
from shnor_domain.risk.use_cases.programme_review import AgreeProgramme, CloseProgrammeRemark, ReturnProgramme
from shnor_domain.risk.waiting import Matter
from shnor_domain.territories.paging import page_of

REMARKS = "remarks"
_SHOWN = 350
"""Units of a remark: eight of them fit into a message."""


async def on_agree(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The version that the window showed, and no other."""
    _since, version = seen(manager, Matter.PROGRAMME)
    await (await given(manager, AgreeProgramme))(actor_of(manager), ProgrammeId(version))
    tell(manager, texts_of(manager)("risk-programme-agreed"))


async def on_begin_return(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """On to the remarks."""
    manager.dialog_data["returned"] = seen(manager, Matter.PROGRAMME)[1]
    await manager.switch_to(RiskProgramme.returning)


def _typed(manager: DialogManager) -> list[str]:
    return list(manager.dialog_data.get("typed", []))


async def returning(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Remarks typed so far."""
    words, found = await words_of(dialog_manager), await the_factor(dialog_manager)
    typed = _typed(dialog_manager)
    lines = [
        words.texts("item-remark", number=str(number), text=fit(text, _SHOWN)) for number, text in enumerate(typed, 1)
    ]
    return {
        "title": title(words, found),
        "lines": Safe("\n".join(lines)),
        "count": len(typed),
        "none": not typed,
    }


async def on_remark(manager: DialogManager, text: str) -> None:
    """One more; a full list says so and keeps what it has."""
    typed = _typed(manager)
    if len(typed) >= MOST_REMARKS:
        tell(manager, texts_of(manager)("item-remarks-full", limit=MOST_REMARKS))
        return
    manager.dialog_data["typed"] = [*typed, text]


async def on_drop(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Take the last one back."""
    manager.dialog_data["typed"] = _typed(manager)[:-1]


async def on_return(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Send them; a refusal is shown on the programme as it stands, with what was typed kept."""
    version, typed = ProgrammeId(int(Form(manager)["returned"])), _typed(manager)
    await manager.switch_to(RiskProgramme.card)
    await (await given(manager, ReturnProgramme))(actor_of(manager), version, typed)
    manager.dialog_data["typed"] = []
    tell(manager, texts_of(manager)("risk-returned"))


async def remarks(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of those that are open, a button each."""
    words, found = await words_of(dialog_manager), await the_factor(dialog_manager)
    page = page_of([one for one in found.remarks if not one.closed], turned_to(dialog_manager, REMARKS))
    numbered = list(enumerate(page.rows, page.number * 8 + 1))
    return {
        "title": title(words, found),
        "lines": Safe(
            "\n".join(
                words.texts("item-remark", number=str(number), text=fit(one.text, _SHOWN)) for number, one in numbered
            )
        ),
        "none": not page.total,
        REMARKS: [
            Choice(one.id, words.texts.button("btn-item-close-remark", number=str(number), text=one.text))
            for number, one in numbered
        ],
        "page": page.number,
        "pages": page.pages,
    }


async def on_close(manager: DialogManager, which: int) -> None:
    """«Исправлено»; a second tap changes nothing."""
    await (await given(manager, CloseProgrammeRemark))(actor_of(manager), case_of(manager), RemarkId(which))
    tell(manager, texts_of(manager)("item-remark-closed"))


def windows() -> list[Screen]:
    """Typing remarks, and closing them."""
    return [
        Screen(
            Format("{title}"),
            T("item-returning", when="none"),
            T("item-returning-more", "lines", when="count"),
            Asks("remark", on_remark, most=MOST_REMARK, lines=True),
            Button(T("btn-item-return-now", "count"), id="return", on_click=on_return, when="count"),
            Button(T("btn-item-drop-remark"), id="drop", on_click=on_drop, when="count"),
            back_button(RiskProgramme.card),
            menu_button(),
            state=RiskProgramme.returning,
            getter=returning,
        ),
        Screen(
            Format("{title}"),
            T("item-remarks-none", when="none"),
            T("item-remarks-all", "lines", when="lines"),
            choices(REMARKS, on_close, int),
            Turning(REMARKS),
            back_button(RiskProgramme.card),
            menu_button(),
            state=RiskProgramme.remarks,
            getter=remarks,
        ),
    ]
