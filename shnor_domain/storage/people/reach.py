"""`Territory` as three columns."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, false, or_, true

from shnor_domain.identity import MunicipalityId, RegionId, SchoolId, Territory


def territory_values(territory: Territory) -> dict[str, int | None]:
    """Values of `region_id`, `municipality_id`, `school_id`."""
    return {
        "region_id": territory.region,
        "municipality_id": territory.municipality,
        "school_id": territory.school,
    }


def territory_of(row: Any) -> Territory:
    """The territory of a row that has the three columns."""
    return Territory(
        None if row.region_id is None else RegionId(row.region_id),
        None if row.municipality_id is None else MunicipalityId(row.municipality_id),
        None if row.school_id is None else SchoolId(row.school_id),
    )


def territory_key(territory: Territory) -> str:
    """«region:municipality:school» with «-» for a level left open."""
    levels = (territory.region, territory.municipality, territory.school)
    return ":".join("-" if level is None else str(level) for level in levels)


def lies_within(table: Table, territories: Iterable[Territory]) -> ColumnElement[bool]:
    """Rows whose territory is covered by any of `territories`; none when there are none (deny by default)."""
    return or_(false(), *(_covered(table, territory) for territory in territories))


def exactly(table: Table, territory: Territory) -> ColumnElement[bool]:
    """Rows of this very territory."""
    return and_(
        *(
            table.c[name].is_(None) if value is None else table.c[name] == value
            for name, value in territory_values(territory).items()
        )
    )


def _covered(table: Table, territory: Territory) -> ColumnElement[bool]:
    named = [table.c[name] == value for name, value in territory_values(territory).items() if value is not None]
    return and_(true(), *named)
