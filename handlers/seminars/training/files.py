"""Hours and who came as tables: the same numbers as on the screens."""

from collections.abc import Sequence

from aiogram_dialog import DialogManager

from handlers.seminars.events.views import look_of
from handlers.seminars.views import half_words
from handlers.shell.files import send_table
from handlers.texts import Texts
from handlers.texts import times as words
from shnor_domain.seminars.presence.hours import Attended, Training
from shnor_domain.seminars.training.use_cases.of_schools import SchoolTraining
from shnor_domain.seminars.training.use_cases.watching import PresenceWatch
from shnor_domain.tables import Sheet

MOST = 5_000
MINE = ("day", "title", "minutes")
OF_SCHOOL = ("name", *MINE)
OF_TERRITORY = ("school", "asked", "title", "wanted", "signed", "came", "nameless", "missed")


async def send_mine(manager: DialogManager, training: Training) -> None:
    """A row a lesson, the latest first."""
    look = await look_of(manager)
    rows = [_lesson(look.texts, each) for part in training.parts for each in part.lessons]
    await _send(manager, look.texts, MINE, rows, look.texts.plain("strain-file-mine"))


async def send_school(manager: DialogManager, found: SchoolTraining) -> None:
    """A row a lesson of each; who has attended none has an empty one."""
    look = await look_of(manager)
    rows = []
    for each in found.rows:
        name = look.person(each.name)
        rows += [(name, *_lesson(look.texts, lesson)) for lesson in each.lessons] or [(name, "", "", "0")]
    half = "" if found.halves is None else half_words(look.texts, found.halves.cycle.half)
    await _send(manager, look.texts, OF_SCHOOL, rows, look.texts.plain("strain-file-school", half=half))


async def send_watch(manager: DialogManager, watch: PresenceWatch) -> None:
    """A row a school and event; what it only asked for stands with an empty event."""
    look = await look_of(manager)
    texts = look.texts
    rows: list[tuple[str, ...]] = []
    for row in watch.rows:
        head = (row.school.name, str(row.asked))
        rows += [
            (
                *head,
                each.event.terms.title,
                texts.plain("strain-yes-no", yes=each.asked),
                str(each.signed),
                str(each.came),
                str(each.nameless),
                texts.plain("strain-yes-no", yes=each.missed),
            )
            for each in row.events
        ] or [(*head, "", "", "0", "0", "0", "")]
    half = "" if watch.halves is None else half_words(texts, watch.halves.cycle.half)
    await _send(manager, texts, OF_TERRITORY, rows, texts.plain("strain-file-watch", half=half))


def _lesson(texts: Texts, each: Attended) -> tuple[str, ...]:
    return (words.short_day(texts, each.day, this_year=0), each.title, str(each.minutes))


async def _send(
    manager: DialogManager, texts: Texts, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]], title: str
) -> None:
    head = tuple(texts.plain(f"strain-column-{column}") for column in columns)
    await send_table(manager, title, [Sheet(texts.plain("strain-sheet"), (head, *rows[:MOST]))])
