"""What a form about people keeps between taps: ids, codes, and an order as it was typed."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from aiogram_dialog import DialogManager

from shnor_domain.errors import Stale
from shnor_domain.identity import MunicipalityId, PersonId, RegionId, SchoolId, Territory
from shnor_domain.people.model.places import Order


def territory_data(territory: Territory) -> list[int | None]:
    """A territory as JSON."""
    return [territory.region, territory.municipality, territory.school]


def territory_of(data: list[int | None]) -> Territory:
    """The territory of `territory_data`."""
    region, municipality, school = data
    return Territory(
        None if region is None else RegionId(region),
        None if municipality is None else MunicipalityId(municipality),
        None if school is None else SchoolId(school),
    )


def order_data(number: str, dated: date) -> list[str]:
    """An order as JSON."""
    return [number, dated.isoformat()]


def order_of(data: list[str] | None) -> Order | None:
    """The order of `order_data`."""
    return None if data is None else Order(data[0], date.fromisoformat(data[1]))


@dataclass(frozen=True, slots=True)
class Form:
    """The answers so far; asking for one that was not given yet is `Stale`."""

    manager: DialogManager

    def __getitem__(self, name: str) -> Any:
        data = self.manager.dialog_data
        if name not in data:
            raise Stale
        return data[name]

    def __setitem__(self, name: str, value: object) -> None:
        self.manager.dialog_data[name] = value

    def get(self, name: str) -> Any:
        """The answer, None when there is none."""
        return self.manager.dialog_data.get(name)

    @property
    def person(self) -> PersonId:
        """Whom the form is about."""
        return PersonId(int(self["person"]))

    @property
    def where(self) -> Territory:
        """The chosen territory."""
        return territory_of(self["where"])

    @property
    def order(self) -> Order | None:
        """The order, None where none is needed and none was given."""
        return order_of(self.get("order"))


async def take_data(data: Any, manager: DialogManager) -> None:
    """For a dialog's `on_start`: what it was started with are its first answers."""
    if isinstance(data, dict):
        manager.dialog_data.update(data)
