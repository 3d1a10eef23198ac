"""Statistics as xlsx and as a picture: the same numbers as on the screen, and the meetings behind them (rule 9)."""

from collections.abc import Iterable, Mapping, Sequence

from aiogram_dialog import DialogManager

from handlers.consultations.data import eyes_of
from handlers.consultations.views import Eyes
from handlers.names import shown
from handlers.schedule.statistics.chosen import period_words
from handlers.schedule.statistics.views import (
    FATES,
    outcome_of,
    percent,
    subject_of,
    title_words,
    town_of,
)
from handlers.shell import given
from handlers.shell.acting import actor_of
from handlers.shell.files import send_table
from handlers.shell.pictures import send_picture
from handlers.texts import Texts
from handlers.texts import times as words
from shnor_domain.consultations.attendance.model import NotHeld
from shnor_domain.consultations.ports import KnownPerson
from shnor_domain.consultations.statistics.model import Line, MeetingRow
from shnor_domain.consultations.statistics.use_cases.tables import StatisticsRows, Table
from shnor_domain.identity import PersonId
from shnor_domain.pictures import CountsPicture, CountsRow, LevelCell
from shnor_domain.tables import Sheet

Cells = tuple[str, ...]


async def send_statistics_table(manager: DialogManager, table: Table) -> None:
    """An xlsx: the whole with numerators and denominators, subjects, municipalities, topics, meetings."""
    eyes, period = await eyes_of(manager), table.period
    texts = eyes.texts
    rows, hosts = await (await given(manager, StatisticsRows))(
        actor_of(manager), table.scope.territory, period.kind, period.since
    )
    head = _head(texts)
    sheets = [
        _sheet(texts, "whole", [(texts.plain("statistics-column-what"), *_shares(texts)), *_whole(texts, table)]),
        _sheet(
            texts,
            "subjects",
            [(texts.plain("statistics-column-subject"), *head)]
            + [_cells(subject_of(table, line), line) for line in table.subjects],
        ),
    ]
    if table.municipalities:
        named = [_cells(town_of(texts, table, line), line) for line in table.municipalities]
        sheets.append(_sheet(texts, "towns", [(texts.plain("statistics-column-town"), *head), *named]))
    sheets.append(_sheet(texts, "topics", [_columns(texts, "subject", "topic", "count"), *_topics(texts, table)]))
    sheets.append(_sheet(texts, "meetings", _meetings(eyes, table, rows, hosts)))
    lines = texts.plain("statistics-how").splitlines()
    sheets.append(_sheet(texts, "how", [(line,) for line in lines]))
    title = title_words(texts, table)
    await send_table(manager, title, sheets, texts("statistics-caption", title=title))


def _sheet(texts: Texts, name: str, rows: Iterable[Cells]) -> Sheet:
    return Sheet(texts.plain(f"statistics-sheet-{name}"), tuple(rows))


def _columns(texts: Texts, *names: str) -> Cells:
    return tuple(texts.plain(f"statistics-column-{name}") for name in names)


def _shares(texts: Texts) -> Cells:
    return _columns(texts, "count", "of", "share", "period")


def _head(texts: Texts) -> Cells:
    fates = tuple(texts.plain("statistics-fate-name", fate=fate) for fate in FATES)
    reasons = tuple(texts.plain("statistics-reason-name", reason=reason.value) for reason in NotHeld)
    return (
        *_columns(texts, "meetings", "held"),
        *reasons,
        *_columns(texts, "meetings-unmarked", "seats"),
        *fates,
        *_columns(texts, "waiting"),
    )


def _cells(name: str, line: Line) -> Cells:
    meetings, seats = line.meetings, line.seats
    numbers = (
        meetings.all,
        meetings.held,
        *(meetings.reasons.get(reason, 0) for reason in NotHeld),
        meetings.unmarked,
        seats.all,
        *(getattr(seats, fate) for fate in FATES),
        line.waiting,
    )
    return (name, *map(str, numbers))


def _whole(texts: Texts, table: Table) -> list[Cells]:
    meetings, seats = table.whole.meetings, table.whole.seats
    counted = [
        ("statistics-column-held", meetings.held, meetings.all),
        ("statistics-column-not-held", meetings.not_held, meetings.all),
        ("statistics-column-meetings-unmarked", meetings.unmarked, meetings.all),
    ]
    named = [(texts.plain(key), count, of) for key, count, of in counted]
    named += [(texts.plain("statistics-fate-name", fate=fate), getattr(seats, fate), seats.all) for fate in FATES]
    if table.statements is not None:
        words_differ = texts.plain("statistics-column-differ")
        named.append((words_differ, table.statements.differ, table.statements.both))
    period, nothing = period_words(texts, table.period), texts.plain("statistics-no-data")
    rows = [
        (
            name,
            str(count),
            str(of),
            texts.plain("statistics-percent", share=percent(count, of)) if of else nothing,
            period,
        )
        for name, count, of in named
    ]
    return [*rows, (texts.plain("statistics-column-waiting"), str(table.whole.waiting), "", "", period)]


def _topics(texts: Texts, table: Table) -> list[Cells]:
    rows = [(table.subject_names.get(each.subject, each.subject), each.topic, str(each.count)) for each in table.topics]
    others = [("", texts.plain("statistics-topic-other"), str(table.other_topics))] if table.other_topics else []
    return [*rows, *others]


def _meetings(
    eyes: Eyes, table: Table, rows: Sequence[MeetingRow], hosts: Mapping[PersonId, KnownPerson] | None
) -> list[Cells]:
    texts, named = eyes.texts, _hosts(eyes, rows, hosts)
    fates = tuple(texts.plain("statistics-fate-name", fate=fate) for fate in FATES)
    found = [(*_columns(texts, "when", "subject", "format", "host", "outcome", "seats"), *fates)]
    for row in rows:
        found.append(
            (
                words.own(texts, row.key.starts, eyes.zone, now=eyes.now),
                table.subject_names.get(row.subject, row.subject),
                texts.plain("statistics-kind", kind=row.format.value),
                named[row.host],
                texts.plain("statistics-outcome", outcome=outcome_of(row)),
                str(row.seats.all),
                *(str(getattr(row.seats, fate)) for fate in FATES),
            )
        )
    return found


def _hosts(
    eyes: Eyes, rows: Sequence[MeetingRow], hosts: Mapping[PersonId, KnownPerson] | None
) -> Mapping[PersonId, str]:
    """Names; where the reader is told none, numbers in the order of first meetings, the same throughout the file."""
    texts, unknown = eyes.texts, eyes.texts.plain("consult-host-unknown")
    order = list(dict.fromkeys(row.host for row in rows))
    if hosts is None:
        return {host: texts.plain("statistics-host", number=number) for number, host in enumerate(order, 1)}
    known = {host: hosts.get(host) for host in order}
    return {
        host: shown(texts, "" if person is None else person.name, eyes.names, unknown) for host, person in known.items()
    }


async def send_statistics_picture(manager: DialogManager, table: Table) -> None:
    """What became of seats, a bar a subject and one of the whole; after the text, by a tap (rule 14)."""
    eyes = await eyes_of(manager)
    texts, title = eyes.texts, title_words(eyes.texts, table)
    rows = [_bar(texts, subject_of(table, line), line) for line in table.subjects if line.seats.all]
    if table.whole.seats.all:
        rows.append(_bar(texts, texts.plain("statistics-all"), table.whole))
    picture = CountsPicture(
        title=title,
        lines=(texts.plain("statistics-picture-line"),),
        head=texts.plain("statistics-column-subject"),
        levels=tuple(texts.plain("statistics-fate-short", fate=fate) for fate in FATES),
        letters=tuple(texts.plain("statistics-fate-letter", fate=fate) for fate in FATES),
        rows=tuple(rows),
        nothing=texts.plain("statistics-no-data"),
        foot=(texts.plain("statistics-drawn", at=words.date_and_clock(texts, table.now, eyes.zone)),),
    )
    await send_picture(manager, picture, texts("statistics-caption", title=title))


def _bar(texts: Texts, name: str, line: Line) -> CountsRow:
    cells = []
    for fate in FATES:
        count = getattr(line.seats, fate)
        part = percent(count, line.seats.all)
        cells.append(LevelCell(texts.plain("statistics-cell", count=count, share=part), part))
    return CountsRow(texts.plain("statistics-bar", name=name, seats=line.seats.all), tuple(cells))
