"""A table of competence as xlsx and as a picture: the same numbers as on the screen (rule 9)."""

from collections.abc import Iterator

from aiogram_dialog import DialogManager

from handlers.competence.views import (
    Names,
    basis_words,
    inside_name,
    note_lines,
    place_names,
    share,
    subject_name,
    subject_names,
    total_words,
    untold,
)
from handlers.people.eyes import eyes_of
from handlers.schools.views import year_words
from handlers.shell.files import send_table
from handlers.shell.pictures import send_picture
from handlers.texts import Texts
from shnor_domain.competence.model import FEWEST, Counts, Level
from shnor_domain.competence.summing import Line
from shnor_domain.competence.use_cases.looking import CompetenceView
from shnor_domain.pictures import CountsPicture, CountsRow, LevelCell
from shnor_domain.tables import Sheet

_LETTERS = tuple(level.value.upper() for level in Level)


async def send_competence_table(manager: DialogManager, view: CompetenceView) -> None:
    """An xlsx of all subjects with the total, and on a second sheet what lies inside; the window comes below it."""
    eyes = await eyes_of(manager)
    texts, names = eyes.texts, await subject_names(manager)
    place = (await place_names(manager, texts, [view.where]))[view.where]
    head = tuple(texts.plain(f"competence-column-{column}") for column in ("subject", "positions"))
    levels = tuple(
        word for letter in _LETTERS for word in (letter, texts.plain("competence-column-share", level=letter))
    )
    sheets = [Sheet(texts.plain("competence-sheet"), ((*head, *levels), *_rows(texts, names, view)))]
    entered = [one for one in view.inside if one.summary.lines]
    if entered:
        where = texts.plain("competence-column-place")
        rows = [
            (inside_name(texts, one), *_row(texts, subject_name(names, line.subject), line))
            for one in entered
            for line in one.summary.lines
        ]
        withheld = any(one.summary.withheld for one in entered)
        notes = [(texts.plain("competence-withheld-note"),)] if withheld else []
        sheets.append(Sheet(texts.plain("competence-sheet-inside"), ((where, *head, *levels), *rows, *notes)))
    title = texts.plain("competence-file", place=place, year=year_words(view.year))
    await send_table(manager, title, sheets, texts("competence-caption", title=title, total=total_words(texts, view)))


def _rows(texts: Texts, names: Names, view: CompetenceView) -> list[tuple[str, ...]]:
    rows = [_line(texts, names, line) for line in view.summary.lines]
    total = view.summary.total
    if total.positions:
        rows.append(_numbers(texts, texts.plain("competence-column-total"), total))
    if view.summary.people is not None:
        rows.append((texts.plain("competence-column-people"), str(view.summary.people)))
    return [*rows, *((note,) for note in note_lines(texts, view))]


def _line(texts: Texts, names: Names, line: Line) -> tuple[str, ...]:
    name = subject_name(names, line.subject)
    if line.counts is not None and line.left_out:
        name = texts.plain("competence-partly", subject=name, left=line.left_out, few=FEWEST)
    return _row(texts, name, line)


def _row(texts: Texts, name: str, line: Line) -> tuple[str, ...]:
    return (name, untold(texts, line)) if line.counts is None else _numbers(texts, name, line.counts)


def _numbers(texts: Texts, name: str, counts: Counts) -> tuple[str, ...]:
    cells = (
        word
        for _, number in counts.by_level
        for word in (str(number), texts.plain("competence-share", share=share(number, counts.positions)))
    )
    return (name, str(counts.positions), *cells)


async def send_competence_picture(manager: DialogManager, view: CompetenceView) -> None:
    """After the text, by a tap (rule 14); the window comes below it."""
    eyes = await eyes_of(manager)
    texts, names = eyes.texts, await subject_names(manager)
    place = (await place_names(manager, texts, [view.where]))[view.where]
    title = texts.plain("competence-file", place=place, year=year_words(view.year))
    picture = CountsPicture(
        title=title,
        lines=(basis_words(eyes, view),),
        head=texts.plain("competence-column-subject"),
        levels=tuple(texts.plain("competence-level", level=level.value) for level in Level),
        letters=_LETTERS,
        rows=tuple(_picture_rows(texts, names, view)),
        nothing=texts.plain("competence-few", few=FEWEST),
        foot=(*note_lines(texts, view), texts.plain("competence-drawn", day=eyes.day(eyes.today))),
    )
    await send_picture(manager, picture, texts("competence-picture", title=title))


def _picture_rows(texts: Texts, names: Names, view: CompetenceView) -> Iterator[CountsRow]:
    for line in view.summary.lines:
        name = subject_name(names, line.subject)
        if line.counts is None:
            yield CountsRow(texts.plain("competence-row-few", subject=name), (), untold(texts, line))
        else:
            yield _picture_row(texts, name, line.counts)
    if view.summary.total.positions:
        yield _picture_row(texts, texts.plain("competence-column-total"), view.summary.total)


def _picture_row(texts: Texts, name: str, counts: Counts) -> CountsRow:
    cells = []
    for _, number in counts.by_level:
        part = share(number, counts.positions)
        cells.append(LevelCell(texts.plain("competence-cell", count=number, share=part), part))
    return CountsRow(texts.plain("competence-row", subject=name, positions=counts.positions), tuple(cells))
