"""Who came to lessons of an event as a table: the same numbers as on the screens."""

from aiogram_dialog import DialogManager

from handlers.seminars.events.views import look_of
from handlers.shell.files import send_table
from handlers.texts import Texts
from handlers.texts import times as words
from shnor_domain.seminars.presence.desks import LessonDesk
from shnor_domain.seminars.presence.use_cases.marking import Attendance
from shnor_domain.tables import Sheet

MOST = 5_000


async def send_attendance(manager: DialogManager, found: Attendance) -> None:
    """A row a person, as far as the reader is shown names, and one for seats without names; a column a lesson, and the
    minutes of all."""
    look = await look_of(manager)
    texts = look.texts
    days = [words.date_and_clock(texts, each.lesson.starts, look.zone) for each in found.desks]
    head = (texts.plain("strain-column-school"), texts.plain("strain-column-name"), *days)
    rows = []
    for each in found.people[:MOST]:
        came = [found.came(desk, each.signup.id) for desk in found.desks]
        minutes = sum(desk.lesson.minutes for desk, was in zip(found.desks, came, strict=True) if was)
        name = texts.plain("scame-left") if each.name is None else look.person(each.name)
        school = "" if each.school is None else each.school.name
        cells = (_cell(texts, desk, was) for desk, was in zip(found.desks, came, strict=True))
        rows.append((school, name, *cells, str(minutes)))
    if any(each.kept for each in found.desks):
        rows.append(("", texts.plain("scame-nameless"), *(_nameless(texts, each) for each in found.desks), ""))
    sheet = Sheet(texts.plain("strain-sheet"), ((*head, texts.plain("strain-column-minutes")), *rows))
    await send_table(manager, texts.plain("scame-file", title=found.event.terms.title), [sheet])


def _cell(texts: Texts, desk: LessonDesk, came: bool) -> str:
    return texts.plain("scame-cell-off") if _fell(desk) else texts.plain("strain-yes-no", yes=came)


def _nameless(texts: Texts, desk: LessonDesk) -> str:
    """How many came of them; empty while nobody has said."""
    if _fell(desk):
        return texts.plain("scame-cell-off")
    return "" if desk.mark is None else str(desk.mark.kept_came)


def _fell(desk: LessonDesk) -> bool:
    return desk.mark is not None and not desk.mark.held
