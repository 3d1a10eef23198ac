"""Numbers by hand: a subject, four numbers in one message or one after another, a look, and they are kept."""

from collections.abc import Sequence
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from handlers.competence import people
from handlers.competence.form import the_view
from handlers.competence.states import CompetenceEntry
from handlers.competence.views import counts_words, place_names, subject_name, subject_names, untold
from handlers.people.form import Form, take_data
from handlers.schools.views import year_words
from handlers.shell import Asks, Choice, Screen, T, cancel_button, choices, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turned_to
from handlers.texts import Safe, Texts
from shnor_domain.competence.model import Counts, checked_counts
from shnor_domain.competence.summing import Basis, Line
from shnor_domain.competence.typed import LEVELS, numbers_in
from shnor_domain.competence.use_cases.entering import DropCounts, EnterCounts
from shnor_domain.competence.use_cases.looking import CompetenceView
from shnor_domain.errors import NotFound, Stale
from shnor_domain.identity import SubjectId
from shnor_domain.territories.paging import page_of
from shnor_domain.territories.use_cases.subjects import ListSubjects

SUBJECTS = "subjects"
_LONGEST = 100
_LETTERS = "ABCD"


def own_lines(view: CompetenceView) -> dict[SubjectId, Line]:
    """What was entered for exactly this territory."""
    return {line.subject: line for line in view.summary.lines} if view.summary.basis is Basis.OWN else {}


async def entry_view(manager: DialogManager) -> CompetenceView:
    """Of the territory of the form; `NotFound` once its reader may enter nothing there."""
    view = await the_view(manager)
    if not view.enters:
        raise NotFound
    return view


async def subjects(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of the catalogue, what is entered ticked."""
    texts, view = texts_of(dialog_manager), await entry_view(dialog_manager)
    own = own_lines(view)
    offered = await (await given(dialog_manager, ListSubjects))()
    page = page_of(offered, turned_to(dialog_manager, SUBJECTS))
    return {
        "place": (await place_names(dialog_manager, texts, [view.where]))[view.where],
        "year": year_words(view.year),
        "entered": len(own),
        "subjects": [
            Choice(one.code, texts.button("btn-competence-subject", name=one.name, entered=one.code in own))
            for one in page.rows
        ],
        "page": page.number,
        "pages": page.pages,
    }


async def on_subject(manager: DialogManager, subject: str) -> None:
    """Its numbers."""
    if subject not in {one.code for one in await (await given(manager, ListSubjects))()}:
        raise Stale
    Form(manager)["subject"], Form(manager)["got"] = subject, []
    await manager.switch_to(CompetenceEntry.numbers)


def _subject(manager: DialogManager) -> SubjectId:
    return SubjectId(str(Form(manager)["subject"]))


def _got(manager: DialogManager) -> list[int]:
    return [int(number) for number in Form(manager)["got"]]


async def numbers(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What is asked next, what is there already."""
    texts, view = texts_of(dialog_manager), await entry_view(dialog_manager)
    got, line = _got(dialog_manager), own_lines(view).get(_subject(dialog_manager))
    return {
        **await _about(dialog_manager, view),
        "now": "" if line is None else _now(texts, line),
        "got": _got_words(got),
        "next": _LETTERS[min(len(got), LEVELS - 1)],
        "fresh": not got,
        "known": line is not None,
    }


def _now(texts: Texts, line: Line) -> str:
    if line.counts is None:
        return untold(texts, line)
    return counts_words(texts, line.counts)


def _got_words(got: Sequence[int]) -> str:
    return ", ".join(f"{letter} {number}" for letter, number in zip(_LETTERS, got, strict=False))


async def _about(manager: DialogManager, view: CompetenceView) -> dict[str, Any]:
    texts = texts_of(manager)
    return {
        "subject": subject_name(await subject_names(manager), _subject(manager)),
        "place": (await place_names(manager, texts, [view.where]))[view.where],
        "year": year_words(view.year),
    }


async def on_numbers(manager: DialogManager, typed: str) -> None:
    """On to the look once there are four."""
    got = _got(manager)
    got += numbers_in(typed, len(got))
    if len(got) == LEVELS:
        checked_counts(Counts(*got))
    Form(manager)["got"] = got
    if len(got) == LEVELS:
        await manager.switch_to(CompetenceEntry.check)


async def on_anew(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """From A again."""
    Form(manager)["got"] = []
    await manager.switch_to(CompetenceEntry.numbers)


def _counts(manager: DialogManager) -> Counts:
    got = _got(manager)
    if len(got) != LEVELS:
        raise Stale
    return Counts(*got)


async def check(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The numbers with what follows from them."""
    counts = _counts(dialog_manager)
    return {
        **await _about(dialog_manager, await entry_view(dialog_manager)),
        "counts": counts_words(texts_of(dialog_manager), counts),
        "positions": counts.positions,
    }


async def on_keep(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Into the table; on to the next subject."""
    view, counts = await the_view(manager), _counts(manager)
    enter = await given(manager, EnterCounts)
    await enter(actor_of(manager), view.where, view.year, _subject(manager), counts)
    await _say(manager, "competence-kept")


async def on_drop(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Out of the table."""
    view = await the_view(manager)
    await (await given(manager, DropCounts))(actor_of(manager), view.where, view.year, _subject(manager))
    await _say(manager, "competence-dropped")


async def _say(manager: DialogManager, key: str) -> None:
    texts = texts_of(manager)
    words: Safe = texts(key, subject=subject_name(await subject_names(manager), _subject(manager)))
    tell(manager, words)
    await manager.switch_to(CompetenceEntry.subjects)


async def about(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Of which subject."""
    return await _about(dialog_manager, await entry_view(dialog_manager))


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("competence-subjects", "place", "year", "entered"),
            choices("subjects", on_subject, str),
            Turning(SUBJECTS),
            SwitchTo(T("btn-competence-people"), id="people", state=CompetenceEntry.people),
            cancel_button("btn-competence-done"),
            menu_button(),
            state=CompetenceEntry.subjects,
            getter=subjects,
        ),
        Screen(
            T("competence-numbers-head", "subject", "place", "year"),
            T("competence-numbers-now", "now", when="now"),
            T("competence-numbers", when="fresh"),
            T("competence-numbers-next", "got", "next", when="got"),
            Asks("numbers", on_numbers, most=_LONGEST),
            Button(T("btn-competence-anew"), id="anew", on_click=on_anew, when="got"),
            SwitchTo(T("btn-competence-drop"), id="drop", state=CompetenceEntry.drop, when="known"),
            SwitchTo(T("btn-back"), id="back", state=CompetenceEntry.subjects),
            menu_button(),
            state=CompetenceEntry.numbers,
            getter=numbers,
        ),
        Screen(
            T("competence-check", "subject", "place", "year", "counts", "positions"),
            Button(T("btn-competence-keep"), id="keep", on_click=on_keep),
            Button(T("btn-competence-anew"), id="anew", on_click=on_anew),
            SwitchTo(T("btn-back"), id="back", state=CompetenceEntry.subjects),
            menu_button(),
            state=CompetenceEntry.check,
            getter=check,
        ),
        Screen(
            T("competence-drop", "subject", "place", "year"),
            Button(T("btn-competence-drop-sure"), id="sure", on_click=on_drop),
            SwitchTo(T("btn-back"), id="back", state=CompetenceEntry.subjects),
            menu_button(),
            state=CompetenceEntry.drop,
            getter=about,
        ),
        people.window(),
        on_start=take_data,
        name="competence-entry",
    )
