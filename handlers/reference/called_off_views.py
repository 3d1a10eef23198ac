"""Called-off days in words."""

from datetime import date, timedelta

from aiogram_dialog import DialogManager

from handlers.people.eyes import Eyes
from handlers.people.form import Form
from handlers.reference.views import day_words, unit_of
from handlers.shell import given
from handlers.shell.acting import actor_of
from handlers.shell.fitting import fit
from handlers.texts import Safe
from shnor_domain.territories.called_off import CalledOffDay
from shnor_domain.territories.use_cases.called_off import CalledOffSheet, ShowCalledOffDays

_REASON = 80
_SHOWN = 8


async def sheet_of(manager: DialogManager) -> CalledOffSheet:
    """Of the municipality of this dialog; refused where the reader may not declare."""
    return await (await given(manager, ShowCalledOffDays))(actor_of(manager), unit_of(Form(manager).where))


def standing(sheet: CalledOffSheet, day: date) -> CalledOffDay | None:
    """The row of a day that is called off, None where it is not."""
    return next((row for row in sheet.rows if row.day == day and row.stands), None)


def day_lines(eyes: Eyes, sheet: CalledOffSheet) -> Safe:
    """The latest eight, the day that is farthest ahead first; empty where there are none."""
    latest = sorted(sheet.rows, key=lambda row: row.day, reverse=True)[:_SHOWN]
    return Safe("\n".join(line_of(eyes, row) for row in latest))


def line_of(eyes: Eyes, row: CalledOffDay) -> Safe:
    """«пн 30 ноября: мороз, сроки этого дня – до вт 1 декабря»."""
    return eyes.texts(
        "called-off-line",
        day=day_words(eyes, row.day),
        reason=fit(row.reason, _REASON),
        due=day_words(eyes, row.due),
        undone=not row.stands,
    )


def label_of(eyes: Eyes, key: str, day: date) -> str:
    """A button with its day."""
    return eyes.texts.button(key, day=day_words(eyes, day))


def when_of(day: date, today: date) -> str:
    """Code of a day as keys of texts can hold it."""
    return {today: "today", today + timedelta(days=1): "tomorrow"}.get(day, "other")
