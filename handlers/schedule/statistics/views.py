"""Numbers in words: each share with its numerator and denominator, «нет данных» without one (rule 9)."""

from collections.abc import Iterable

from handlers.schedule.statistics.chosen import period_words
from handlers.texts import Texts
from shnor_domain.consultations.attendance.model import NotHeld
from shnor_domain.consultations.statistics.model import Line, MeetingRow, Seats
from shnor_domain.consultations.statistics.use_cases.tables import Table

FATES = ("came", "absent", "late", "not_held", "unmarked")
"""What a seat may have become: fields of `Seats`."""


def percent(count: int, of: int) -> float:
    """To a tenth."""
    return round(100 * count / of, 1)


def share(texts: Texts, count: int, of: int) -> str:
    """«12 из 20 (60 %)», «нет данных»."""
    if not of:
        return texts.plain("statistics-no-data")
    return texts.plain("statistics-share", count=count, of=of, share=percent(count, of))


def place_words(texts: Texts, table: Table) -> str:
    """The territory, or that these are one's own."""
    return table.name or texts.plain("statistics-own")


def title_words(texts: Texts, table: Table) -> str:
    """For files and pictures: «Консультации, Момский, декабрь 2026»."""
    return texts.plain("statistics-title", place=place_words(texts, table), period=period_words(texts, table.period))


def whole_lines(texts: Texts, line: Line) -> list[str]:
    """The whole, a line a number."""
    meetings = line.meetings
    return [
        texts.plain("statistics-held", share=share(texts, meetings.held, meetings.all)),
        texts.plain("statistics-not-held", share=share(texts, meetings.not_held, meetings.all)),
        *(
            texts.plain("statistics-reason", reason=reason.value, count=meetings.reasons[reason])
            for reason in NotHeld
            if meetings.reasons.get(reason)
        ),
        texts.plain("statistics-meetings-unmarked", share=share(texts, meetings.unmarked, meetings.all)),
        *(texts.plain("statistics-fate", fate=fate, share=fate_share(texts, line.seats, fate)) for fate in FATES),
        texts.plain("statistics-waiting", count=line.waiting),
    ]


def fate_share(texts: Texts, seats: Seats, fate: str) -> str:
    """How many seats became this, of all."""
    return share(texts, getattr(seats, fate), seats.all)


def row_words(texts: Texts, name: str, line: Line) -> str:
    """A subject or municipality in one line."""
    return texts.plain(
        "statistics-row",
        name=name,
        meetings=share(texts, line.meetings.held, line.meetings.all),
        came=share(texts, line.seats.came, line.seats.all),
        waiting=line.waiting,
    )


def subject_of(table: Table, line: Line) -> str:
    """The subject of a row."""
    return next((name for code, name in table.subject_names.items() if code == line.of), str(line.of))


def town_of(texts: Texts, table: Table, line: Line) -> str:
    """The municipality of a row; one of another region has no name here."""
    found = [name for town, name in table.municipality_names.items() if town == line.of]
    return found[0] if found else texts.plain("statistics-elsewhere")


def statements_words(texts: Texts, table: Table) -> str:
    """How often host and visitors differ; nothing for a host."""
    if table.statements is None:
        return ""
    return texts.plain("statistics-statements", share=share(texts, table.statements.differ, table.statements.both))


def outcome_of(row: MeetingRow) -> str:
    """«held», «not_held», «unmarked» or «late»: everybody had cancelled late."""
    seats = row.seats
    return (
        "held"
        if seats.came + seats.absent
        else next((fate for fate in ("not_held", "unmarked", "late") if getattr(seats, fate)), "late")
    )


def joined(lines: Iterable[str]) -> str:
    """One below the other, as an argument of a text."""
    return "\n".join(lines)
