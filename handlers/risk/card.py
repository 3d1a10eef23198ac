"""The profile of a school (screens.md S8): text first, then the picture; and its versions."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo
from aiogram_dialog.widgets.text import Format

from handlers.people.form import Form, take_data
from handlers.results.opening import open_school_results
from handlers.risk.data import factor_names, forget_view, school_of, the_card, the_view
from handlers.risk.factor.opening import open_factor
from handlers.risk.files import send_risk_table
from handlers.risk.picture import text_of
from handlers.risk.states import Risk, RiskEntry, RiskProtocols
from handlers.risk.words import RiskWords, words_of
from handlers.roadmap.mine import open_mine
from handlers.roadmap.plans import open_plans
from handlers.schools.views import year_words
from handlers.shell import Choice, Screen, T, back_button, cancel_button, choices, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from handlers.shell.files import send_file
from handlers.shell.pictures import send_picture
from handlers.shell.turning import Turning, turned_to
from handlers.texts import Safe
from shnor_domain.errors import NotFound
from shnor_domain.identity import Role
from shnor_domain.risk.cards import RiskCard
from shnor_domain.risk.model import CaseId, Profile, ProfileId
from shnor_domain.risk.use_cases.profiles import CarryOver, ProfileFile
from shnor_domain.roadmap.access import SUPPORTING, WATCHING
from shnor_domain.territories.access import leads
from shnor_domain.territories.model import school_year_of
from shnor_domain.territories.paging import page_of

FACTORS, VERSIONS = "factors", "versions"
_PLANNING = (*WATCHING, *SUPPORTING, Role.SCHOOL_LEAD)


async def card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Everything of the school, and what this reader may do."""
    view = await the_view(dialog_manager)
    texts, found, may = view.words.texts, view.card, view.card.may
    page = page_of(list(enumerate(found.rows, 1)), turned_to(dialog_manager, FACTORS))
    return {
        "text": text_of(texts, view.picture),
        FACTORS: [
            Choice(row.case.id, texts.button("btn-risk-factor", number=str(number), name=row.factor.name))
            for number, row in page.rows
            if row.case is not None
        ],
        "plan": actor_of(dialog_manager).has(*_PLANNING),
        "versions": len(found.versions),
        "enter": may.enter,
        "carry": may.carry and _last_years(view.words, found),
        "nested": len(dialog_manager.current_stack().intents) > 1,
        "page": page.number,
        "pages": page.pages,
    }


def _last_years(words: RiskWords, card: RiskCard) -> bool:
    """Something activated stands in a school year that has ended, and no profile of this one has moved it (R105)."""
    year = school_year_of(words.eyes.today)
    return any(
        row.case is not None and row.case.activated is not None and row.case.left_to_do and row.case.year < year
        for row in card.rows
    )


async def on_factor(manager: DialogManager, case: int) -> None:
    """Its card comes over this one."""
    await open_factor(manager, CaseId(case))


async def on_picture(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """A message of its own; the window comes below it."""
    picture = (await the_view(manager)).picture
    await send_picture(manager, picture, texts_of(manager)("risk-file", title=picture.title))


async def on_table(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """An xlsx."""
    await send_risk_table(manager, await the_view(manager))


async def on_plan(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """One's own items for the school's lead, the plans for those above."""
    if leads(actor_of(manager), (await the_card(manager)).where):
        await open_mine(manager, data={"nested": True})
    else:
        await open_plans(manager)


async def on_enter(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """A new version."""
    await manager.start(RiskEntry.day, data={"school": int(school_of(manager))})


async def on_results(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Year by year, with what may be entered."""
    await open_school_results(manager, school_of(manager))


async def on_protocols(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """What curator and school have agreed."""
    await manager.start(RiskProtocols.all, data={"school": int(school_of(manager))})


async def on_carry(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Open factors go on into this school year."""
    moved = await (await given(manager, CarryOver))(actor_of(manager), school_of(manager))
    forget_view(manager)
    tell(manager, texts_of(manager)("risk-carried", count=moved))


async def versions(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of versions, the newest first."""
    words, found = await words_of(dialog_manager), await the_card(dialog_manager)
    page = page_of(list(enumerate(found.versions, 1)), turned_to(dialog_manager, VERSIONS))
    return {
        "lines": Safe("\n".join(_version_line(words, number, one) for number, one in page.rows)),
        VERSIONS: [
            Choice(one.id, words.texts.button("btn-risk-version", number=str(number), day=words.day(one.day)))
            for number, one in page.rows
        ],
        "page": page.number,
        "pages": page.pages,
    }


def _version_line(words: RiskWords, number: int, one: Profile) -> Safe:
    return words.texts(
        "risk-version-line",
        number=str(number),
        day=words.day(one.day),
        wave=one.wave,
        year=year_words(one.year),
        factors=len(one.factors),
    )


async def on_version(manager: DialogManager, which: int) -> None:
    """Open one."""
    Form(manager)["version"] = which
    await manager.switch_to(Risk.version)


async def _version(manager: DialogManager) -> Profile:
    which = int(Form(manager)["version"])
    found = next((one for one in (await the_card(manager)).versions if one.id == which), None)
    if found is None:
        raise NotFound
    return found


async def version(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Its factors as they were entered."""
    view, one = await the_view(dialog_manager), await _version(dialog_manager)
    words, names = view.words, await factor_names(dialog_manager)
    ranked = sorted(one.factors.items(), key=lambda row: row[1].place)
    return {
        "head": _version_line(words, 1 + [each.id for each in view.card.versions].index(one.id), one),
        "source": words.source(one.source),
        "lines": Safe("\n".join(
            words.texts("risk-version-factor", name=names.get(code, code), significance=words.significance(level))
            for code, level in ranked
        )),
        "file": one.file is not None,
    }  # fmt: skip


async def on_file(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The file of the version, under the name that it came with."""
    which = ProfileId((await _version(manager)).id)
    name, body = await (await given(manager, ProfileFile))(actor_of(manager), which)
    await send_file(manager, body, name)


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            Format("{text}"),
            choices(FACTORS, on_factor, int),
            Turning(FACTORS),
            Row(
                Button(T("btn-risk-picture"), id="picture", on_click=on_picture),
                Button(T("btn-risk-table"), id="table", on_click=on_table),
            ),
            Row(
                Button(T("btn-risk-results"), id="results", on_click=on_results),
                Button(T("btn-risk-plan"), id="plan", on_click=on_plan, when="plan"),
            ),
            Button(T("btn-risk-protocols"), id="protocols", on_click=on_protocols),
            SwitchTo(T("btn-risk-versions", count="versions"), id="versions", state=Risk.versions, when="versions"),
            Button(T("btn-risk-enter"), id="enter", on_click=on_enter, when="enter"),
            Button(T("btn-risk-carry"), id="carry", on_click=on_carry, when="carry"),
            cancel_button("btn-back", when="nested"),
            menu_button(),
            state=Risk.card,
            getter=card,
        ),
        Screen(
            T("risk-versions", "lines"),
            choices(VERSIONS, on_version, int),
            Turning(VERSIONS),
            back_button(Risk.card),
            menu_button(),
            state=Risk.versions,
            getter=versions,
        ),
        Screen(
            Format("{head}"),
            T("risk-version", "source", "lines"),
            Button(T("btn-risk-file"), id="file", on_click=on_file, when="file"),
            back_button(Risk.versions),
            menu_button(),
            state=Risk.version,
            getter=version,
        ),
        on_start=take_data,
        name="risk",
    )
