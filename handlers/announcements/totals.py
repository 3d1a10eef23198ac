"""What became of the copies: by outcome, then by municipality and school, by number and name (L8)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.announcements.card import on_table, shown_one
from handlers.announcements.listing import place_of
from handlers.announcements.states import Announcements
from handlers.people.eyes import Eyes, eyes_of
from handlers.registration.views import place_words
from handlers.shell import Screen, T, back_button, given, menu_button
from handlers.shell.fitting import fit
from handlers.shell.turning import Turning, turned_to
from handlers.texts import Safe
from shnor_domain.announcements.outcomes import Outcome, Total
from shnor_domain.announcements.use_cases.looking import AnnouncementTotals
from shnor_domain.identity import Territory
from shnor_domain.territories.paging import page_of
from shnor_domain.territories.use_cases.naming import Named, NameTerritories

LIST = "totals"
_PLACE = 80
_HAS = (Outcome.DELIVERED, Outcome.ACKNOWLEDGED)


async def totals(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """All outcomes in numbers, and a page of places."""
    eyes = await eyes_of(dialog_manager)
    found = await (await given(dialog_manager, AnnouncementTotals))(eyes.actor, shown_one(dialog_manager))
    counted: Counter[Outcome] = Counter()
    for total in found:
        counted.update(total.counts)
    page = page_of(found, turned_to(dialog_manager, LIST))
    names = await (await given(dialog_manager, NameTerritories))([total.where for total in page.rows])
    return {
        "people": sum(counted.values()),
        "outcomes": outcome_lines(eyes, counted),
        "places": _places(eyes, page.rows, names),
        "some": bool(found),
        "page": page.number,
        "pages": page.pages,
    }


def outcome_lines(eyes: Eyes, counted: Mapping[Outcome, int]) -> Safe:
    """A line an outcome that there is."""
    rows = [(outcome, counted.get(outcome, 0)) for outcome in Outcome]
    return Safe(
        "\n".join(
            eyes.texts("announcement-outcome-line", outcome=outcome_words(eyes, outcome), count=count)
            for outcome, count in rows
            if count
        )
    )


def outcome_words(eyes: Eyes, outcome: Outcome) -> str:
    """«доставлено»."""
    return eyes.texts.plain("announcement-outcome", outcome=outcome.value)


def _places(eyes: Eyes, rows: Sequence[Total], names: Mapping[Any, Named]) -> Safe:
    return Safe(
        "\n".join(
            eyes.texts(
                "announcement-place",
                place=fit(_place(eyes, total.where, names[total.where]), _PLACE),
                got=sum(total.counts.get(outcome, 0) for outcome in _HAS),
                people=total.people,
                known=total.counts.get(Outcome.ACKNOWLEDGED, 0),
            )
            for total in rows
        )
    )


def _place(eyes: Eyes, where: Territory, named: Named) -> str:
    """«СОШ № 6, Лабинский», and «Лабинский, не в школах» for a municipality's own people."""
    if where.school is not None or not (place := place_of(named)):
        return place_words(eyes.texts, named)
    return eyes.texts.plain("announcement-place-own", place=place)


def window() -> Screen:
    """The totals."""
    return Screen(
        T("announcement-totals", "people", "outcomes", "places", "some"),
        Turning(LIST),
        Button(T("btn-announcement-table"), id="table", on_click=on_table),
        back_button(Announcements.card),
        menu_button(),
        state=Announcements.totals,
        getter=totals,
    )
