"""«Что сделано», one by one; and the items of the school's plan that are about the factor."""

from collections.abc import Sequence
from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.text import Format

from handlers.risk.factor.data import place_of, the_factor
from handlers.risk.factor.views import title
from handlers.risk.states import RiskFactor
from handlers.risk.words import words_of
from handlers.roadmap.item.opening import open_item
from handlers.shell import Choice, Screen, T, back_button, choices, given, menu_button
from handlers.shell.acting import actor_of
from handlers.shell.fitting import fit
from handlers.shell.turning import Turning, turned_to
from handlers.texts import Safe
from shnor_domain.errors import Stale
from shnor_domain.identity import Territory
from shnor_domain.risk.cards import FactorCard
from shnor_domain.risk.deeds import Deed, DeedKind
from shnor_domain.risk.use_cases.deeds import FactorDeeds, TagItem, UntagItem
from shnor_domain.roadmap.access import sees
from shnor_domain.roadmap.model import Item, ItemId
from shnor_domain.roadmap.use_cases.progress import ShowOwnerItems
from shnor_domain.territories.paging import page_of

DONE, ITEMS = "done", "items"
_TITLE = 150
_ON, _OFF = "+", "-"
"""What a tap asks for, behind the id of the item."""


async def _deeds(manager: DialogManager, card: FactorCard) -> Sequence[Deed]:
    case = await given(manager, FactorDeeds)
    return await case(actor_of(manager), place_of(card)[1], card.row.factor.code)


async def _items(manager: DialogManager, where: Territory) -> Sequence[Item]:
    """Of the school's own plans, as far as they are the reader's to see."""
    actor = actor_of(manager)
    if not sees(actor, where):
        return ()
    return (await (await given(manager, ShowOwnerItems))(actor, where)).items


async def done(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Items by their titles; consultations as counts: who was there is nobody's business here."""
    words, card = await words_of(dialog_manager), await the_factor(dialog_manager)
    tagged = {deed.ref: deed.done for deed in await _deeds(dialog_manager, card) if deed.kind is DeedKind.ITEM}
    rows = [item for item in await _items(dialog_manager, place_of(card)[0]) if item.id in tagged]
    page = page_of(rows, turned_to(dialog_manager, DONE))
    numbered = list(enumerate(page.rows, page.number * 8 + 1))
    counts = card.row.done
    return {
        "title": title(words, card),
        "bookings": counts.bookings,
        "held": counts.bookings_held,
        "lines": Safe("\n".join(
            words.texts("risk-deed", number=str(number), title=fit(item.title, _TITLE), done=tagged[item.id])
            for number, item in numbered
        )),
        "nothing": not rows and not counts.bookings,
        DONE: [
            Choice(item.id, words.texts.button("btn-risk-factor", number=str(number), name=item.title))
            for number, item in numbered
        ],
        "page": page.number,
        "pages": page.pages,
    }  # fmt: skip


async def on_done(manager: DialogManager, item: int) -> None:
    """The card of the item."""
    await open_item(manager, ItemId(item))


async def items(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of the plan, what is about this factor ticked."""
    words, card = await words_of(dialog_manager), await the_factor(dialog_manager)
    tagged = {deed.ref for deed in await _deeds(dialog_manager, card) if deed.kind is DeedKind.ITEM}
    rows = await _items(dialog_manager, place_of(card)[0])
    page = page_of(rows, turned_to(dialog_manager, ITEMS))
    return {
        "title": title(words, card),
        "some": bool(rows),
        "none": not rows,
        ITEMS: [
            Choice(
                f"{item.id}{_OFF if item.id in tagged else _ON}",
                words.texts.button(
                    "btn-risk-tick", number=str(number), name=item.title, ticked=item.id in tagged
                ),
            )
            for number, item in enumerate(page.rows, page.number * 8 + 1)
        ],
        "page": page.number,
        "pages": page.pages,
    }  # fmt: skip


async def on_item(manager: DialogManager, chosen: str) -> None:
    """As the button says: pressed twice, or fed again, it leaves the item as it is (ADR 3)."""
    card, actor = await the_factor(manager), actor_of(manager)
    school, code, item = place_of(card)[1], card.row.factor.code, chosen[:-1]
    if not item or chosen[-1] not in (_ON, _OFF):
        raise Stale
    if chosen[-1] == _ON:
        await (await given(manager, TagItem))(actor, school, code, int(item))
    else:
        await (await given(manager, UntagItem))(actor, school, code, int(item))


def windows() -> list[Screen]:
    """What was done, and what to count for it."""
    return [
        Screen(
            Format("{title}"),
            T("risk-deeds-none", when="nothing"),
            Format("{lines}", when="lines"),
            T("risk-deeds-bookings", "bookings", "held", when="bookings"),
            choices(DONE, on_done, int),
            Turning(DONE),
            back_button(RiskFactor.card),
            menu_button(),
            state=RiskFactor.done,
            getter=done,
        ),
        Screen(
            Format("{title}"),
            T("risk-items", when="some"),
            T("risk-items-none", when="none"),
            choices(ITEMS, on_item, str),
            Turning(ITEMS),
            back_button(RiskFactor.card),
            menu_button(),
            state=RiskFactor.items,
            getter=items,
        ),
    ]
