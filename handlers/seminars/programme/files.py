"""A version of the programme as a table: the same events in the same order as on the screen (I32)."""

from aiogram_dialog import DialogManager

from handlers.seminars.events.views import Look
from handlers.seminars.programme.version_views import host_word
from handlers.seminars.programme.views import change_lines
from handlers.seminars.views import half_words
from handlers.shell.files import send_table
from shnor_domain.seminars.programme.model import Line
from shnor_domain.seminars.programme.versions import VersionCard
from shnor_domain.tables import Sheet

COLUMNS = (
    "number", "at", "title", "kind", "form", "audience", "lessons", "host", "schools", "people", "route", "changed",
)  # fmt: skip
MOST = 5_000


async def send_programme(manager: DialogManager, look: Look, card: VersionCard) -> None:
    """An xlsx; what of an event has changed stands in its row, what is gone below all."""
    texts, told = look.texts, _changed(look, card)
    head = tuple(texts.plain(f"sver-column-{column}") for column in COLUMNS)
    body = [_row(look, card, number, line, told) for number, line in enumerate(card.lines[:MOST], 1)]
    gone = [each.line for each in card.changed if each.after is None]
    body += [("", "", each.title, *[""] * (len(COLUMNS) - 4), told[each.event]) for each in gone]
    sheet = Sheet(texts.plain("sver-sheet"), (head, *body))
    await send_table(manager, texts.plain("sver-file", half=half_words(texts, card.cycle.half)), [sheet])


def _changed(look: Look, card: VersionCard) -> dict[int, str]:
    return {
        each.line.event: "; ".join(str(line) for line in change_lines(look, each, card.zone, card.hosts))
        for each in card.changed
    }


def _row(look: Look, card: VersionCard, number: int, line: Line, told: dict[int, str]) -> tuple[str, ...]:
    texts = look.texts
    return (
        str(number),
        "; ".join(look.moment(each.starts, card.zone) for each in line.lessons),
        line.title,
        texts.plain("sver-kind", kind=line.kind.value),
        texts.plain("sreq-form", form=line.form.value),
        texts.plain("sreq-audience", audience=line.audience.value),
        str(len(line.lessons)),
        host_word(look, card, line),
        str(line.schools),
        str(line.people),
        texts.plain("sreq-route-name", route=line.route.value),
        told.get(line.event, ""),
    )
