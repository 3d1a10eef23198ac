"""All items with their days, and those to be compared with the document, by pages."""

from typing import Any

from aiogram_dialog import DialogManager

from handlers.roadmap.bringing.form import the_report
from handlers.roadmap.bringing.period_words import period_words
from handlers.roadmap.bringing.states import Bringing
from handlers.roadmap.bringing.words import bodies_words, doubt_lines, item_title, spot_words
from handlers.shell import Screen, T, back_button, texts_of
from handlers.shell.fitting import fit
from handlers.shell.turning import Turning, turned_to
from handlers.texts import Safe
from shnor_domain.territories.paging import page_of

_PERIOD, _BODIES, _DOUBTS = 150, 150, 4
"""Characters of a line, and lines of doubts an item: eight items of a hostile file stay below the 4096 of a message."""


async def items(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of the plan as it would be written."""
    texts, report = texts_of(dialog_manager), await the_report(dialog_manager)
    page = page_of(report.items, turned_to(dialog_manager, "items"))
    lines: list[Safe] = []
    for planned in page.rows:
        period = fit(period_words(texts, planned.item.period), _PERIOD)
        lines.append(texts("bring-item", number=planned.item.number, title=item_title(planned), period=period))
        lines.append(texts("bring-item-bodies", bodies=fit(bodies_words(texts, planned), _BODIES)))
    return {"lines": Safe("\n".join(lines)), "count": page.total, "page": page.number, "pages": page.pages}


async def doubts(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of items that the document does not say clearly."""
    texts, report = texts_of(dialog_manager), await the_report(dialog_manager)
    page = page_of(report.in_doubt, turned_to(dialog_manager, "doubts"))
    lines: list[str] = []
    for planned in page.rows:
        spot, title = spot_words(texts, planned), item_title(planned)
        lines.append(texts.plain("bring-doubt-row", number=planned.item.number, spot=spot, title=title))
        lines.extend(f"• {line}" for line in list(doubt_lines(texts, planned))[:_DOUBTS])
    return {"lines": "\n".join(lines), "page": page.number, "pages": page.pages}


def windows() -> list[Screen]:
    """Items, doubts."""
    return [
        Screen(
            T("bring-items", "count"),
            T("bring-lines", "lines", when="lines"),
            Turning("items"),
            back_button(Bringing.report),
            state=Bringing.items,
            getter=items,
        ),
        Screen(
            T("bring-doubts"),
            T("bring-lines", "lines", when="lines"),
            Turning("doubts"),
            back_button(Bringing.report),
            state=Bringing.doubts,
            getter=doubts,
        ),
    ]
