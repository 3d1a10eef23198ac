"""The report of a file: counts first, then problems, changes and questions by pages; written only after «Записать»."""

from collections.abc import Mapping, Sequence
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from handlers.imports.file import nested
from handlers.imports.invitations import send_invitations
from handlers.imports.states import Imports
from handlers.imports.views import count_line, head_line, note_line, row_lines, unknown_line
from handlers.people.form import Form
from handlers.shell import Choice, Screen, T, back_button, cancel_button, choices, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from handlers.shell.fitting import fit
from handlers.shell.turning import Turning, turned_to
from handlers.texts import Safe
from shnor_domain.people.imports import PEOPLE
from shnor_domain.territories.imports.report import ImportReport, ReportRow, RowState
from shnor_domain.territories.model import SchoolYear
from shnor_domain.territories.paging import Page, page_of
from shnor_domain.territories.use_cases.imports import ConfirmImport, DropImport, ShowImport

_LINES, _LONG = 4, 110
"""Lines a row and characters a line: eight rows of a hostile file stay below the 4096 of a message."""


async def the_report(manager: DialogManager) -> ImportReport:
    """The report as it is now; `Stale` when the file is gone."""
    form = Form(manager)
    return await (await given(manager, ShowImport))(
        actor_of(manager), str(form["kind"]), str(form["file"]), SchoolYear(int(form["year"]))
    )


def answers_of(manager: DialogManager) -> dict[int, bool]:
    """«Переименована?» by the row's number."""
    return {int(number): bool(answer) for number, answer in (Form(manager).get("answers") or {}).items()}


async def counts(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """How many rows do what; what is shown here is what «Записать» confirms."""
    texts, form = texts_of(dialog_manager), Form(dialog_manager)
    report = await the_report(dialog_manager)
    form["digest"] = report.digest
    found = report.counts
    answered = sum(row.number in answers_of(dialog_manager) for row in _rows(report, RowState.RENAMED))
    changes = found[RowState.NEW] + found[RowState.CHANGED]
    counted = [count_line(texts, report), *([unknown_line(texts, report)] if report.unknown_columns else [])]
    return {
        "head": head_line(texts, report),
        "file": texts("import-file-name", name=str(form["name"])),
        "counts": "\n".join(counted),
        "problems": found[RowState.PROBLEM],
        "changes": changes,
        "questions": found[RowState.RENAMED],
        "notes": len(report.noted),
        "open_questions": answered < found[RowState.RENAMED],
        "writes": bool(changes or answered),
        "same": not (changes or found[RowState.RENAMED] or found[RowState.PROBLEM]),
    }


def _rows(report: ImportReport, *states: RowState) -> list[ReportRow]:
    return [row for row in report.rows if row.state in states]


async def problems(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of rows that cannot be used, with column and reason."""
    return await _page(dialog_manager, "problems", RowState.PROBLEM)


async def changes(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of rows that will be written."""
    return await _page(dialog_manager, "changes", RowState.NEW, RowState.CHANGED)


async def _page(manager: DialogManager, id: str, *states: RowState) -> dict[str, Any]:
    texts = texts_of(manager)
    page = page_of(_rows(await the_report(manager), *states), turned_to(manager, id))
    lines = [fit(line, _LONG) for row in page.rows for line in list(row_lines(texts, row))[:_LINES]]
    return {"lines": "\n".join(lines), "page": page.number, "pages": page.pages}


async def notes(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of declared numbers that are not what the file's own numbers give."""
    texts = texts_of(dialog_manager)
    page = page_of((await the_report(dialog_manager)).noted, turned_to(dialog_manager, "notes"))
    lines = [fit(note_line(texts, row, note), 2 * _LONG) for row, note in page.rows]
    return {"lines": "\n".join(lines), "page": page.number, "pages": page.pages}


async def questions(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of «переименована?», two buttons a row."""
    texts = texts_of(dialog_manager)
    rows = _rows(await the_report(dialog_manager), RowState.RENAMED)
    page = page_of(rows, turned_to(dialog_manager, "questions"))
    answers = answers_of(dialog_manager)
    buttons: list[Choice] = []
    for row in page.rows:
        number = str(row.number)
        buttons.append(Choice(f"y{number}", texts.button("btn-import-renamed", number=number)))
        buttons.append(Choice(f"n{number}", texts.button("btn-import-other", number=number)))
    lines = _question_lines(dialog_manager, page, answers)
    return {"lines": Safe("\n".join(lines)), "answers": buttons, "page": page.number, "pages": page.pages}


def _question_lines(manager: DialogManager, page: Page[ReportRow], answers: Mapping[int, bool]) -> Sequence[Safe]:
    said = {None: "none", True: "yes", False: "no"}
    lines = []
    for row in page.rows:
        name = next((change for change in row.changes if change.field == "name"), None)
        before, after = ("", row.title) if name is None else (name.before, name.after)
        answer = said[answers.get(row.number)]
        lines.append(
            texts_of(manager)(
                "import-question-row",
                number=str(row.number),
                before=fit(before, _LONG),
                after=fit(after, _LONG),
                answer=answer,
            )
        )
    return lines


async def on_answer(manager: DialogManager, answer: str) -> None:
    """Yes or no for a row; the last word counts."""
    form = Form(manager)
    form["answers"] = {**(form.get("answers") or {}), str(int(answer[1:])): answer.startswith("y")}


async def on_write(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Write what the report said; if it would say something else by now, that is shown instead."""
    form = Form(manager)
    written = await (await given(manager, ConfirmImport))(
        actor_of(manager),
        str(form["kind"]),
        str(form["file"]),
        str(form["digest"]),
        answers_of(manager),
        SchoolYear(int(form["year"])),
    )
    form["written"] = written
    await manager.switch_to(Imports.done)


async def on_drop(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """«Не надо»."""
    form = Form(manager)
    await (await given(manager, DropImport))(actor_of(manager), str(form["kind"]), str(form["file"]))
    tell(manager, texts_of(manager)("import-dropped"))
    await manager.switch_to(Imports.file if nested(manager) else Imports.kind)


async def done(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """How many rows were written."""
    form = Form(dialog_manager)
    return {"count": int(form["written"]), "invites": form["kind"] == PEOPLE.name}


async def on_invitations(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The links, as a table."""
    await send_invitations(manager)


def windows() -> list[Screen]:
    """The report and its parts."""
    return [
        Screen(
            T("import-report", "head", "file", "counts"),
            T("import-asks", when="open_questions"),
            T("import-no-rows", when="same"),
            SwitchTo(
                T("btn-import-problems", count="problems"), id="problems", state=Imports.problems, when="problems"
            ),
            SwitchTo(T("btn-import-changes", count="changes"), id="changes", state=Imports.changes, when="changes"),
            SwitchTo(
                T("btn-import-questions", count="questions"), id="questions", state=Imports.questions, when="questions"
            ),
            SwitchTo(T("btn-import-notes", count="notes"), id="notes", state=Imports.notes, when="notes"),
            Button(T("btn-import-write"), id="write", on_click=on_write, when="writes"),
            Button(T("btn-import-drop"), id="drop", on_click=on_drop),
            state=Imports.report,
            getter=counts,
        ),
        Screen(
            T("import-problems", "lines"),
            Turning("problems"),
            back_button(Imports.report),
            state=Imports.problems,
            getter=problems,
        ),
        Screen(
            T("import-changes", "lines"),
            Turning("changes"),
            back_button(Imports.report),
            state=Imports.changes,
            getter=changes,
        ),
        Screen(
            T("import-notes", "lines"),
            Turning("notes"),
            back_button(Imports.report),
            state=Imports.notes,
            getter=notes,
        ),
        Screen(
            T("import-questions", "lines"),
            choices("answers", on_answer, str, width=2),
            Turning("questions"),
            back_button(Imports.report),
            state=Imports.questions,
            getter=questions,
        ),
        Screen(
            T("import-written", "count"),
            Button(T("btn-import-invitations"), id="invitations", on_click=on_invitations, when="invites"),
            SwitchTo(
                T("btn-import-again"),
                id="again",
                state=Imports.kind,
                when=lambda _data, _widget, manager: not nested(manager),
            ),
            cancel_button("btn-back", when=lambda _data, _widget, manager: nested(manager)),
            menu_button(),
            state=Imports.done,
            getter=done,
        ),
    ]
