"""Items and progress in words: never by how late they are, always with the date itself (L8, rule 9)."""

from collections.abc import Sequence
from datetime import date

from aiogram_dialog import DialogManager

from handlers.people.eyes import Eyes
from handlers.registration.views import place_words
from handlers.shell import Choice, given
from handlers.shell.fitting import fit
from handlers.texts import Safe, Texts
from shnor_domain.identity import Territory
from shnor_domain.roadmap.model import Item, Plan
from shnor_domain.roadmap.periods.model import Window
from shnor_domain.roadmap.ports import ProgressRow
from shnor_domain.roadmap.standing import Counts, day_of, standing_of
from shnor_domain.roadmap.use_cases.progress import OwnerPlan
from shnor_domain.territories.use_cases.naming import NameTerritories

_TITLE, _NAME = 220, 120
"""Units of a title and of a name in a list of eight."""


def state_words(texts: Texts, item: Item, today: date) -> str:
    """«до 27 декабря», «срок прошёл 3 декабря», «на проверке», «без срока», with «еженедельно» where it recurs."""
    day = day_of(item)
    state = texts.plain(f"plan-state-{standing_of(item, today).value}", **({} if day is None else {"day": day}))
    if item.period.recurs is None:
        return state
    return texts.plain("plan-recurs", state=state, how=item.period.recurs.value)


def item_lines(texts: Texts, items: Sequence[Item], today: date) -> Safe:
    """«1. Самодиагностика школы: до 27 декабря»."""
    return Safe(
        "\n".join(
            texts("plan-row", number=item.number, title=short(item.title), state=state_words(texts, item, today))
            for item in items
        )
    )


def item_choices(texts: Texts, items: Sequence[Item]) -> list[Choice]:
    """«1. Самодиагностика школы»."""
    return [Choice(item.id, texts.button("btn-plan-item", number=item.number, what=item.title)) for item in items]


def counts_lines(texts: Texts, counts: Counts) -> Safe:
    """«Сделано 12 из 28 (43 %)» and what the rest is; without anything to count, that."""
    if counts.percent is None:
        return texts("plan-counts-none")
    return texts(
        "plan-counts",
        done=counts.done,
        total=counts.total,
        percent=counts.percent,
        review=counts.on_review,
        passed=counts.passed,
        undated=counts.undated,
    )


def share_words(texts: Texts, name: str, counts: Counts) -> Safe:
    """A row of progress: «СОШ № 6, Лабинск: 3 из 7 (43 %), на проверке: 1»."""
    if counts.percent is None:
        return texts("plan-share-none", name=name)
    return texts(
        "plan-share",
        name=name,
        done=counts.done,
        total=counts.total,
        percent=counts.percent,
        review=counts.on_review,
        passed=counts.passed,
        undated=counts.undated,
    )


def medk_words(texts: Texts, plan: OwnerPlan) -> str:
    """«7 из 13, ждём куратора школы» and which step is next; empty where there are no such steps (R109)."""
    medk = plan.medk
    if medk is None:
        return ""
    if medk.next is None or medk.turn is None:
        return texts("plan-medk-done", done=medk.done, total=medk.total)
    return texts(
        "plan-medk",
        done=medk.done,
        total=medk.total,
        turn=medk.turn.value,
        reviewer="none" if plan.reviewer is None else plan.reviewer.value,
        number=medk.next.number,
        title=short(medk.next.title),
    )


def share_name(texts: Texts, share: ProgressRow) -> str:
    """«СОШ № 6, Лабинск», «Лабинский», or whose own items these are."""
    if not share.name:
        return texts.plain("plan-own-region" if share.where.municipality is None else "plan-own-municipality")
    if share.settlement is None:
        return fit(share.name, _NAME)
    return fit(texts.plain("school-with-settlement", school=share.name, settlement=share.settlement), _NAME)


def short(title: str) -> str:
    """As much of a title as a list of eight has room for."""
    return fit(title, _TITLE)


def plan_name(plan: Plan) -> str:
    """The title as it fits into a list."""
    return short(plan.title)


def window_words(texts: Texts, window: Window) -> str:
    """«1 марта – 31 августа 2027»."""
    return texts.plain("plan-window", first=window.first, last=window.last)


def windows_words(texts: Texts, windows: Sequence[Window]) -> str:
    """All of them, or «без срока»."""
    return "; ".join(window_words(texts, window) for window in windows) or texts.plain("plan-undated")


async def owner_names(manager: DialogManager, texts: Texts, owners: Sequence[Territory]) -> dict[Territory, str]:
    """«СОШ № 6, Лабинский», «Лабинский, Краснодарский край», the region's name."""
    named = await (await given(manager, NameTerritories))(list(dict.fromkeys(owners)))
    return {where: fit(place_words(texts, one), _NAME) for where, one in named.items()}


def today_words(eyes: Eyes, day: date) -> str:
    """«30 ноября 2026 года»."""
    return eyes.texts.plain("plan-day", day=day)
