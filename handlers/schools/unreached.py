"""«Некому доставить»: whom nothing reaches, how much waits, and what a coordinator can do (rule 7)."""

from typing import Any

from aiogram_dialog import DialogManager

from handlers.people.eyes import Eyes, eyes_of
from handlers.people.form import territory_data
from handlers.people.states import People
from handlers.registration.views import place_words
from handlers.roadmap.bringing.who_answers import open_bodies
from handlers.roadmap.states import PlanProgress
from handlers.schools.states import Attention, Schools
from handlers.shell import Choice, Screen, T, back_button, choices, given, menu_button
from handlers.shell.acting import actor_of
from handlers.shell.fitting import fit
from handlers.shell.turning import Turning, turned_to
from handlers.texts import Safe, Texts
from shnor_domain.errors import Stale
from shnor_domain.notifications.unreached import Unreached
from shnor_domain.notifications.use_cases.unreached import CALLING, CountUnreached, WhomNothingReaches
from shnor_domain.people.use_cases.names import NamesOf
from shnor_domain.territories.paging import page_of
from shnor_domain.territories.use_cases.naming import NameTerritories

_LIST = "unreached"
_PLACE, _NAME = 120, 80


async def how_many(manager: DialogManager) -> int:
    """For the button, and for the menu."""
    return await (await given(manager, CountUnreached))(actor_of(manager))


async def headline(dialog_manager: DialogManager, texts: Texts, **_: Any) -> str | None:
    """«Некому доставить: 3», None for nobody and for who can do nothing about it."""
    if not actor_of(dialog_manager).has(*CALLING):
        return None
    count = await how_many(dialog_manager)
    return texts("menu-unreached", count=count) if count else None


async def unreached(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """One page, a line and a button each."""
    eyes = await eyes_of(dialog_manager)
    found = await (await given(dialog_manager, WhomNothingReaches))(eyes.actor)
    page = page_of(found, turned_to(dialog_manager, _LIST))
    places = await (await given(dialog_manager, NameTerritories))([row.where for row in page.rows])
    persons = [row.person for row in page.rows if row.person is not None]
    people = await (await given(dialog_manager, NamesOf))(eyes.actor, persons)
    lines, rows = [], []
    for number, row in enumerate(page.rows, page.number * 8 + 1):
        where = fit(place_words(eyes.texts, places[row.where]), _PLACE)
        if row.body:
            name = fit(row.body, _NAME)
            lines.append(eyes.texts("unreached-body", number=str(number), name=name, items=row.items))
            rows.append(Choice("b", _label(eyes, number, name)))
        elif row.person is None and row.where.school is None:
            lines.append(eyes.texts("unreached-unit", number=str(number), place=where, items=row.items))
            rows.append(Choice(f"m{row.where.municipality}", _label(eyes, number, where)))
        elif row.person is None:
            lines.append(eyes.texts("unreached-school", number=str(number), place=where))
            rows.append(Choice(f"s{row.where.school}", _label(eyes, number, where)))
        elif row.person in people:
            name = fit(eyes.name(people[row.person]), _NAME)
            lines.append(
                eyes.texts("unreached-person", number=str(number), place=where, name=name, why=_why(eyes.texts, row))
            )
            rows.append(Choice(f"p{row.person}", _label(eyes, number, name)))
    return {
        "none": not page.total,
        "count": page.total,
        "lines": Safe("\n".join(lines)),
        "unreached": rows,
        "page": page.number,
        "pages": page.pages,
    }


def _label(eyes: Eyes, number: int, name: str) -> str:
    return eyes.texts.button("btn-people-person", number=str(number), name=name)


def _why(texts: Texts, row: Unreached) -> Safe:
    """What is the matter, how much waits or is lost, and what to do."""
    reason = row.reason or "reached"
    told = (
        texts("unreached-reason", reason=reason) if row.reason else None,
        texts("unreached-waiting", count=row.waiting) if row.waiting else None,
        texts("unreached-failed", count=row.failed) if row.failed else None,
        texts("unreached-unknown", count=row.unknown) if row.unknown else None,
        texts("unreached-advice", reason=reason),
    )
    return Safe(" ".join(each for each in told if each))


async def on_row(manager: DialogManager, which: str) -> None:
    """Her card, or that of the school: the invitation and the link to a new telephone are made there; what a
    municipality has to do; who answers for bodies."""
    kind, number = which[:1], which[1:]
    if which == "b":
        await open_bodies(manager)
        return
    if kind not in ("s", "p", "m") or not number.isdecimal():
        raise Stale
    if kind == "m":
        found = await (await given(manager, WhomNothingReaches))(actor_of(manager))
        where = next((row.where for row in found if row.items and row.where.municipality == int(number)), None)
        if where is None:
            raise Stale
        await manager.start(PlanProgress.owner, data={"where": territory_data(where)})
    elif kind == "s":
        await manager.start(Schools.card, data={"school": int(number), "nested": True})
    else:
        await manager.start(People.card, data={"person": int(number), "alone": True})


def window() -> Screen:
    """The list, and that it is empty."""
    return Screen(
        T("unreached-none", when="none"),
        T("attention-unreached", "count", "lines", when="count"),
        choices(_LIST, on_row, str),
        Turning(_LIST),
        back_button(Attention.all),
        menu_button(),
        state=Attention.unreached,
        getter=unreached,
    )
