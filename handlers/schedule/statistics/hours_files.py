"""Hours as xlsx: sums by month and kind, and the meetings behind them."""

from collections.abc import Sequence

from aiogram_dialog import DialogManager

from handlers.consultations.data import eyes_of
from handlers.consultations.views import Eyes
from handlers.schedule.statistics.chosen import period_words
from handlers.schedule.statistics.hours_words import name_of
from handlers.shell.files import send_table
from handlers.texts import Texts
from handlers.texts import times as words
from shnor_domain.consultations.statistics.model import Help, HelpKind, MeetingRow
from shnor_domain.consultations.statistics.periods import Period
from shnor_domain.consultations.statistics.use_cases.hours import Hours
from shnor_domain.tables import Sheet

Cells = tuple[str, ...]


async def send_hours_of_one(manager: DialogManager, found: Hours, rows: Sequence[MeetingRow]) -> None:
    """Sums, meetings, how it is counted."""
    eyes = await eyes_of(manager)
    texts = eyes.texts
    title = texts.plain("hours-title", name=name_of(eyes, found), period=period_words(texts, found.period))
    meetings = [_columns(texts, "when", "kind", "minutes", "people")]
    for row in rows:
        meetings.append(
            (
                words.own(texts, row.key.starts, eyes.zone, now=eyes.now),
                texts.plain("statistics-kind", kind=row.format.value),
                str(row.minutes or 0),
                str(row.people),
            )
        )
    sums = [_columns(texts, "month", "kind", "times", "minutes", "people")]
    sums += [_help(texts, each) for each in found.helps]
    sheets = [
        Sheet(texts.plain("hours-sheet-sums"), (*sums, *_totals(texts, found, ("",)))),
        Sheet(texts.plain("hours-sheet-meetings"), tuple(meetings)),
    ]
    if found.visits:
        sheets.append(Sheet(texts.plain("hours-sheet-visits"), tuple(_visits(eyes, found))))
    sheets.append(_how(texts))
    await send_table(manager, title, sheets, texts("statistics-caption", title=title))


async def send_hours_of_all(manager: DialogManager, period: Period, found: Sequence[Hours]) -> None:
    """A row a host, month and kind, and a sum of each."""
    eyes = await eyes_of(manager)
    texts = eyes.texts
    title = texts.plain("hours-title", name=texts.plain("hours-everybody"), period=period_words(texts, period))
    rows = [_columns(texts, "host", "month", "kind", "times", "minutes", "people")]
    for host in found:
        name = name_of(eyes, host)
        rows += [(name, *_help(texts, each)) for each in host.helps]
        rows += [(name, *total) for total in _totals(texts, host, ("",))]
    sheets = [Sheet(texts.plain("hours-sheet-sums"), tuple(rows)), _how(texts)]
    await send_table(manager, title, sheets, texts("statistics-caption", title=title))


def _help(texts: Texts, each: Help) -> Cells:
    return (
        texts.plain("hours-month-name", month=each.month),
        texts.plain("statistics-kind", kind=each.kind.value),
        str(each.times),
        str(each.minutes),
        str(each.people),
    )


def _totals(texts: Texts, found: Hours, before: Cells) -> list[Cells]:
    """Meetings and visits as on the screen; answers, which have no length, on their own."""
    answers, *_rest = found.of(HelpKind.QUESTION)
    rows: list[Cells] = [(texts.plain("hours-total"), *before, *map(str, found.held))]
    if answers:
        rows.append((texts.plain("hours-total-answers"), *before, str(answers), "", ""))
    return rows


def _visits(eyes: Eyes, found: Hours) -> list[Cells]:
    texts = eyes.texts
    return [
        _columns(texts, "when", "school", "minutes", "people", "confirmed"),
        *(
            (
                words.own(texts, row.starts, eyes.zone, now=eyes.now),
                row.school,
                str(row.minutes),
                str(row.came),
                texts.plain("hours-confirmed", confirmed=row.confirmed),
            )
            for row in found.visits
        ),
    ]


def _how(texts: Texts) -> Sheet:
    lines = texts.plain("hours-how").splitlines()
    return Sheet(texts.plain("statistics-sheet-how"), tuple((line,) for line in lines))


def _columns(texts: Texts, *names: str) -> Cells:
    return tuple(texts.plain(f"statistics-column-{name}") for name in names)
