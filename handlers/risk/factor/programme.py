"""The anti-risk programme: six parts, written one by one or ticked in a file, and sent (R103)."""

from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Format

from handlers.people.form import Form
from handlers.risk.factor.data import case_of, keep_seen, the_factor
from handlers.risk.factor.programme_review import on_agree, on_begin_return
from handlers.risk.factor.views import part_words, programme_lines, title
from handlers.risk.states import RiskProgramme
from handlers.risk.words import words_of
from handlers.roadmap.item.files import downloaded
from handlers.shell import (
    Asks,
    Choice,
    Screen,
    T,
    back_button,
    cancel_button,
    choices,
    given,
    menu_button,
    tell,
    texts_of,
)
from handlers.shell.acting import actor_of
from handlers.shell.files import send_file
from shnor_domain.errors import NotFound, Stale
from shnor_domain.risk.programmes import MOST_PART, Part, ProgrammeId, ProgrammeState
from shnor_domain.risk.use_cases.programme import (
    AttachProgramme,
    ProgrammeFile,
    SendProgramme,
    TickParts,
    WriteProgramme,
)
from shnor_domain.risk.waiting import Matter

PARTS = "parts"


async def card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The latest version, part by part."""
    words, found = await words_of(dialog_manager), await the_factor(dialog_manager)
    latest, may = found.row.programme, found.may
    keep_seen(dialog_manager, found)
    missing = len(Part) if latest is None else len(latest.missing)
    drafted = latest is None or latest.state is not ProgrammeState.WAITING
    return {
        "title": title(words, found),
        "state": "none" if latest is None else latest.state.value,
        "version": 1 if latest is None else latest.version,
        "missing": missing if may.write_programme and drafted else 0,
        "lines": programme_lines(words, latest),
        PARTS: [
            Choice(part.value, words.texts.button("btn-risk-factor", number=str(number), name=part_words(words, part)))
            for number, part in enumerate(Part, 1)
        ],
        "write": may.write_programme,
        "send": may.send_programme,
        "file": latest is not None and latest.file is not None,
        "remarks": sum(not remark.closed for remark in found.remarks),
        "review": may.reviews(Matter.PROGRAMME) is not None,
    }


async def on_part(manager: DialogManager, part: str) -> None:
    """Read or write it."""
    Form(manager)["part"] = _named(part).value
    await manager.switch_to(RiskProgramme.part)


def _named(part: str) -> Part:
    found = next((one for one in Part if one.value == part), None)
    if found is None:
        raise Stale
    return found


async def part(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Its whole text, and whether it stands in the file."""
    words, found = await words_of(dialog_manager), await the_factor(dialog_manager)
    which, latest = _named(Form(dialog_manager)["part"]), found.row.programme
    text = "" if latest is None else latest.parts.get(which, "")
    in_file = latest is not None and latest.file is not None
    ticked = latest is not None and which in latest.ticked
    return {
        "title": title(words, found),
        "part": part_words(words, which),
        "hint": which.value,
        "text": text,
        "stands": bool(text),
        "empty": not text,
        "ticked": ticked and in_file,
        "write": found.may.write_programme,
        "tick": found.may.write_programme and in_file and not ticked,
        "untick": found.may.write_programme and in_file and ticked,
        "clear": found.may.write_programme and bool(text),
    }


async def on_text(manager: DialogManager, text: str) -> None:
    """Kept at once; the next one is a tap away."""
    which = _named(Form(manager)["part"])
    await (await given(manager, WriteProgramme))(actor_of(manager), case_of(manager), which, text)
    tell(manager, texts_of(manager)("risk-part-kept"))
    await manager.switch_to(RiskProgramme.card)


async def on_clear(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Take the text out."""
    which = _named(Form(manager)["part"])
    await (await given(manager, WriteProgramme))(actor_of(manager), case_of(manager), which, "")


async def on_tick(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """It stands in the file, or no more; the widget's id says which."""
    latest = (await the_factor(manager)).row.programme
    which, known = _named(Form(manager)["part"]), frozenset() if latest is None else latest.ticked
    ticked = known | {which} if button.widget_id == "tick" else known - {which}
    await (await given(manager, TickParts))(actor_of(manager), case_of(manager), ticked)


async def on_document(message: Message, _widget: MessageInput, manager: DialogManager) -> None:
    """By its bytes, whatever its name says."""
    document = message.document
    if document is None:
        return
    body = await downloaded(manager, document.file_id, document.file_size)
    if body is None:
        tell(manager, texts_of(manager)("item-not-received"))
        return
    attach = await given(manager, AttachProgramme)
    await attach(actor_of(manager), case_of(manager), body, document.file_name or "")
    tell(manager, texts_of(manager)("risk-programme-file-kept"))
    await manager.switch_to(RiskProgramme.card)


async def _latest(manager: DialogManager) -> ProgrammeId:
    latest = (await the_factor(manager)).row.programme
    if latest is None:
        raise NotFound
    return latest.id


async def on_file(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The file of the latest version."""
    name, body = await (await given(manager, ProgrammeFile))(actor_of(manager), await _latest(manager))
    await send_file(manager, body, name)


async def on_send(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """To who agrees."""
    await (await given(manager, SendProgramme))(actor_of(manager), case_of(manager), await _latest(manager))
    tell(manager, texts_of(manager)("risk-programme-sent"))


async def about(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Of which factor."""
    return {"title": title(await words_of(dialog_manager), await the_factor(dialog_manager))}


def windows() -> list[Screen]:
    """The parts, one of them, the file."""
    return [
        Screen(
            Format("{title}"),
            T("risk-programme", "state", "version"),
            Format("{lines}"),
            T("risk-programme-missing", "missing", when="missing"),
            choices(PARTS, on_part, str, width=2),
            Button(T("btn-risk-agree"), id="agree", on_click=on_agree, when="review"),
            Button(T("btn-risk-programme-return"), id="return", on_click=on_begin_return, when="review"),
            Button(T("btn-risk-programme-send"), id="send", on_click=on_send, when="send"),
            SwitchTo(T("btn-risk-programme-attach"), id="attach", state=RiskProgramme.file, when="write"),
            Button(T("btn-risk-file"), id="file", on_click=on_file, when="file"),
            SwitchTo(T("btn-item-remarks", count="remarks"), id="remarks", state=RiskProgramme.remarks, when="remarks"),
            cancel_button("btn-back"),
            menu_button(),
            state=RiskProgramme.card,
            getter=card,
        ),
        Screen(
            Format("{title}"),
            T("risk-part-title", "part"),
            T("risk-part-text", "text", when="stands"),
            T("risk-part-ticked", when="ticked"),
            T("risk-part-ask", "hint", when="write"),
            Asks("part", on_text, most=MOST_PART, lines=True),
            Button(T("btn-risk-tick-part"), id="tick", on_click=on_tick, when="tick"),
            Button(T("btn-risk-untick-part"), id="untick", on_click=on_tick, when="untick"),
            Button(T("btn-risk-clear-part"), id="clear", on_click=on_clear, when="clear"),
            back_button(RiskProgramme.card),
            menu_button(),
            state=RiskProgramme.part,
            getter=part,
        ),
        Screen(
            Format("{title}"),
            T("risk-programme-file"),
            MessageInput(on_document, content_types=[ContentType.DOCUMENT]),
            back_button(RiskProgramme.card),
            menu_button(),
            state=RiskProgramme.file,
            getter=about,
            expected="risk-expects-file",
        ),
    ]
