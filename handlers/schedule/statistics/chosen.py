"""What the windows of numbers look at: a period that can be turned and changed, a territory."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Keyboard, Row

from handlers.consultations.data import eyes_of
from handlers.consultations.views import Eyes, local_day
from handlers.shell import T
from handlers.shell.turning import turn
from handlers.texts import Texts
from shnor_domain.consultations.statistics.periods import Period, PeriodKind, period_of
from shnor_domain.identity import MunicipalityId, RegionId, Territory

LISTS = ("subjects", "towns", "topics", "months")
"""What is paged: another period begins with the first page of each."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen in this dialog so far."""

    manager: DialogManager

    def period(self, eyes: Eyes) -> Period:
        """This month until another one is chosen."""
        kind = PeriodKind(str(self.manager.dialog_data.get("kind", PeriodKind.MONTH.value)))
        day = self.manager.dialog_data.get("day")
        return period_of(kind, local_day(eyes, eyes.now) if day is None else date.fromisoformat(str(day)))

    @property
    def territory(self) -> Territory | None:
        """None for a host's own numbers."""
        named = self.manager.dialog_data.get("where")
        return None if named is None else area_of(str(named))

    def turn_to(self, period: Period) -> None:
        """Look at this one."""
        self.manager.dialog_data.update(kind=period.kind.value, day=period.since.isoformat())
        for each in LISTS:
            turn(self.manager, each)


def area_id(territory: Territory) -> str:
    """A region or municipality in a button."""
    return f"{territory.region}-{territory.municipality or 0}"


def area_of(text: str) -> Territory:
    """The territory that a button names; raises ValueError for a forged one."""
    region, municipality = text.split("-")
    town = int(municipality)
    return Territory(RegionId(int(region)), MunicipalityId(town) if town else None)


def known_area(text: str) -> str:
    """`text` where it names a territory; raises ValueError for a forged one."""
    return area_id(area_of(text))


def period_words(texts: Texts, period: Period) -> str:
    """«декабрь 2026», «1-е полугодие 2026/27», «2026/27 учебный год»."""
    year = period.since.year if period.since.month >= 8 else period.since.year - 1
    return texts.plain(
        "statistics-period",
        kind=period.kind.value,
        day=period.since,
        half="first" if period.since.month >= 8 else "second",
        year=f"{year}/{(year + 1) % 100:02}",
    )


def period_data(eyes: Eyes, period: Period) -> dict[str, Any]:
    """For `period_buttons` and the heading."""
    return {
        "period": period_words(eyes.texts, period),
        "kind": period.kind.value,
        "earlier": period_words(eyes.texts, period.before),
        "later": period_words(eyes.texts, period.after),
        "passed": period.until <= local_day(eyes, eyes.now),
    }


def period_buttons() -> list[Keyboard]:
    """Earlier and later, and a longer or shorter kind."""
    return [
        Row(
            Button(T("btn-statistics-earlier", "earlier"), id="earlier", on_click=_on_turn),
            Button(T("btn-statistics-later", "later"), id="later", on_click=_on_turn, when="passed"),
        ),
        Row(
            *(
                Button(T(f"btn-statistics-{kind.value}"), id=f"kind_{kind.value}", on_click=_on_kind)
                for kind in PeriodKind
            )
        ),
    ]


async def _on_turn(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    period = Chosen(manager).period(await eyes_of(manager))
    Chosen(manager).turn_to(period.before if button.widget_id == "earlier" else period.after)


async def _on_kind(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    kind = PeriodKind((button.widget_id or "").removeprefix("kind_"))
    named = manager.dialog_data.get("day")
    manager.dialog_data["kind"] = kind.value
    if named is not None:
        Chosen(manager).turn_to(period_of(kind, date.fromisoformat(str(named))))
