"""Plans and progress as tables and on paper: the same numbers as on the screen (rule 9)."""

from collections.abc import Sequence

from aiogram_dialog import DialogManager

from handlers.people.eyes import Eyes, eyes_of
from handlers.roadmap.views import (
    counts_lines,
    owner_names,
    share_name,
    short,
    state_words,
    today_words,
    windows_words,
)
from handlers.shell import given, tell
from handlers.shell.files import file_name, send_file, send_table
from shnor_domain.papers import Paper, PaperWriter
from shnor_domain.roadmap.model import Item
from shnor_domain.roadmap.ports import ProgressRow
from shnor_domain.roadmap.standing import Counts
from shnor_domain.roadmap.use_cases.looking import PlanRows
from shnor_domain.tables import Sheet

_ITEM = ("number", "title", "owner", "period", "first", "last", "bodies", "result", "state")
_SHARE = ("name", "done", "total", "percent", "review", "passed", "undated")
_PAPER = ("number", "title", "when", "bodies", "state")
_WIDTHS = (7, 44, 24, 25, 20)
MOST_PRINTED = 400
"""Rows on paper: a school's plan, or a municipality's. Drawing more would make others wait."""


async def send_plan_table(manager: DialogManager, title: str, rows: PlanRows) -> None:
    """An xlsx of every item that the reader sees; the window comes below it."""
    eyes = await eyes_of(manager)
    names = await owner_names(manager, eyes.texts, [item.owner for item in rows.items])
    head = tuple(eyes.texts.plain(f"plan-column-{column}") for column in _ITEM)
    body = [_item(eyes, item, names[item.owner], rows) for item in rows.items]
    sheet = Sheet(eyes.texts.plain("plan-file-sheet"), (head, *body))
    await _send_table(manager, eyes, title, [sheet], rows.counts)


async def send_progress_table(
    manager: DialogManager,
    title: str,
    shares: Sequence[ProgressRow],
    total: Counts,
    schools: Sequence[ProgressRow] = (),
) -> None:
    """An xlsx of the rows of progress with their sum; `schools` of several municipalities on a sheet of their own."""
    eyes = await eyes_of(manager)
    head = tuple(eyes.texts.plain(f"plan-column-{column}") for column in _SHARE)
    body = [_share(share_name(eyes.texts, share), share.counts, eyes) for share in shares]
    whole = _share(eyes.texts.plain("plan-column-total-row"), total, eyes)
    sheets = [Sheet(eyes.texts.plain("plan-file-sheet"), (head, *body, whole))]
    if schools:
        unit = eyes.texts.plain("plan-column-unit")
        rows = [(row.unit, *_share(share_name(eyes.texts, row), row.counts, eyes)) for row in schools]
        sheets.append(Sheet(eyes.texts.plain("plan-file-schools"), ((unit, *head), *rows)))
    await _send_table(manager, eyes, title, sheets, total)


async def send_paper(manager: DialogManager, title: str, under: str, rows: PlanRows) -> None:
    """A PDF to be printed; the window comes below it. Where items are of several owners, each row names its own."""
    eyes = await eyes_of(manager)
    texts = eyes.texts
    if len(rows.items) > MOST_PRINTED:
        tell(manager, texts("plan-paper-long", most=MOST_PRINTED))
        return
    owners = list(dict.fromkeys(item.owner for item in rows.items))
    names = await owner_names(manager, texts, owners) if len(owners) > 1 else {}
    paper = Paper(
        title=short(title),
        lines=(under, texts.plain("plan-paper-day", day=today_words(eyes, rows.today)), *_counted(eyes, rows.counts)),
        head=tuple(texts.plain(f"plan-column-{column}") for column in _PAPER),
        widths=_WIDTHS,
        rows=tuple(
            (
                item.number,
                item.title,
                windows_words(texts, item.due),
                ", ".join(filter(None, (names.get(item.owner), *item.bodies))),
                state_words(texts, item, rows.today),
            )
            for item in rows.items
        ),
        foot=texts.plain("plan-paper-foot", page="{page}", pages="{pages}"),
    )
    body = await (await given(manager, PaperWriter)).write(paper)  # type: ignore[type-abstract]  # asked for by its protocol
    await send_file(manager, body, f"{file_name(title)}.pdf", texts("plan-file-paper", title=short(title)))


async def _send_table(manager: DialogManager, eyes: Eyes, title: str, sheets: Sequence[Sheet], counts: Counts) -> None:
    caption = eyes.texts("plan-file-table", title=short(title), counts=counts_lines(eyes.texts, counts))
    await send_table(manager, title, sheets, caption)


def _item(eyes: Eyes, item: Item, owner: str, rows: PlanRows) -> tuple[str, ...]:
    windows = item.due
    return (
        item.number,
        item.title,
        owner,
        item.period.verbatim,
        eyes.day(windows[0].first) if windows else "",
        eyes.day(windows[-1].last) if windows else eyes.texts.plain("plan-undated"),
        ", ".join(item.bodies),
        item.result,
        state_words(eyes.texts, item, rows.today),
    )


def _share(name: str, counts: Counts, eyes: Eyes) -> tuple[str, ...]:
    percent = eyes.texts.plain("plan-no-data") if counts.percent is None else f"{counts.percent} %"
    figures = (counts.on_review, counts.passed, counts.undated)
    return (name, str(counts.done), str(counts.total), percent, *map(str, figures))


def _counted(eyes: Eyes, counts: Counts) -> tuple[str, ...]:
    if counts.percent is None:
        return ()
    return (eyes.texts.plain("plan-done", done=counts.done, total=counts.total, percent=counts.percent),)
