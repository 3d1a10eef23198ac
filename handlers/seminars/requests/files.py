"""Requests of a half-year as a table: the same numbers as on the screen (I24)."""

from aiogram_dialog import DialogManager

from handlers.seminars.requests.views import audience_word, form_word, month_word, state_word
from handlers.seminars.views import half_words
from handlers.shell import texts_of
from handlers.shell.files import send_table
from handlers.texts import Texts
from shnor_domain.seminars.requests.demand import Demand
from shnor_domain.seminars.requests.use_cases.looking import Board
from shnor_domain.tables import Sheet

COLUMNS = (
    "number", "topic", "audience", "form", "schools", "project", "people", "month", "route", "state", "names",
)  # fmt: skip
MOST = 5_000


async def send_requests(manager: DialogManager, board: Board) -> None:
    """An xlsx in the order of the board; the window comes below it."""
    texts = texts_of(manager)
    head = tuple(texts.plain(f"sreq-column-{column}") for column in COLUMNS)
    body = [_row(texts, number, row, board) for number, row in enumerate(board.rows[:MOST], 1)]
    sheet = Sheet(texts.plain("sreq-sheet"), (head, *body))
    await send_table(manager, texts.plain("sreq-file", half=half_words(texts, board.halves.cycle.half)), [sheet])


def _row(texts: Texts, number: int, row: Demand, board: Board) -> tuple[str, ...]:
    wanted = row.request.wanted
    names = sorted((board.schools[school] for school in row.by_school), key=lambda each: each.order)
    return (
        str(number),
        wanted.topic,
        audience_word(texts, wanted.audience),
        form_word(texts, wanted.form),
        str(row.schools),
        str(row.project),
        str(row.people),
        month_word(texts, wanted.month),
        texts.plain("sreq-route-name", route=row.request.route.value),
        state_word(texts, row.request),
        "; ".join(each.name for each in names),
    )
