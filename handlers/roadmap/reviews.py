"""«Ждёт моей проверки»: what curators of schools and coordinators may confirm or return now."""

from typing import Any

from aiogram_dialog import Dialog, DialogManager

from handlers.menu.entries import Entry, Section, having
from handlers.registration.views import place_words
from handlers.roadmap.item.opening import open_item
from handlers.roadmap.item.states import PlanReviews
from handlers.roadmap.item.views import reader_of
from handlers.shell import Choice, Screen, T, choices, given, menu_button, way_back
from handlers.shell.acting import actor_of
from handlers.shell.fitting import fit
from handlers.shell.turning import Turning, turned_to
from handlers.texts import Safe
from shnor_domain.roadmap.model import ItemId
from shnor_domain.roadmap.use_cases.reviews import REVIEWING, CountReviews, WaitingReviews
from shnor_domain.territories.paging import page_of
from shnor_domain.territories.use_cases.naming import NameTerritories

LIST = "reviews"
_TITLE = 150


async def reviews(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page by the day of sending, a line and a button each."""
    reader = await reader_of(dialog_manager)
    items = await (await given(dialog_manager, WaitingReviews))(actor_of(dialog_manager))
    page = page_of(items, turned_to(dialog_manager, LIST))
    names = await (await given(dialog_manager, NameTerritories))([item.owner for item in page.rows])
    rows, lines = [], []
    for number, item in enumerate(page.rows, page.number * 8 + 1):
        lines.append(
            reader.texts(
                "reviews-row",
                number=str(number),
                title=fit(item.title, _TITLE),
                where=place_words(reader.texts, names[item.owner]),
                day=reader.day(reader.local(item.sent or reader.now)),
            )
        )
        rows.append(Choice(item.id, reader.texts.button("btn-reviews-row", number=str(number), title=item.title)))
    return {
        LIST: rows,
        "lines": Safe("\n".join(lines)),
        "count": page.total,
        "none": not page.total,
        "page": page.number,
        "pages": page.pages,
    }


async def on_item(manager: DialogManager, item: int) -> None:
    """Its card; «Назад» leads back here."""
    await open_item(manager, ItemId(item))


async def count(*, dialog_manager: DialogManager, **_: Any) -> int:
    """How many."""
    return await (await given(dialog_manager, CountReviews))(actor_of(dialog_manager))


def dialog() -> Dialog:
    """The list; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("reviews-none", when="none"),
            T("reviews-all", "count", "lines", when="count"),
            choices(LIST, on_item, int),
            Turning(LIST),
            way_back(),
            menu_button(),
            state=PlanReviews.all,
            getter=reviews,
        ),
        name="plan-reviews",
    )


WAITING = (Entry("waits-plans", PlanReviews.all, having(*REVIEWING), Section.SCHOOL, count=count),)
