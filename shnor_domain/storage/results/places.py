"""Open schools of a territory, as conditions."""

from sqlalchemy import ColumnElement, Select, and_, select, true

from shnor_domain.identity import Territory
from shnor_domain.storage.schema.territories import municipality, school
from shnor_domain.territories.model import SchoolState

JOINED = school.join(municipality, municipality.c.id == school.c.municipality_id)
OPEN = school.c.state.in_([state.value for state in SchoolState if state.open])
IN_ORDER = (
    municipality.c.name,
    municipality.c.id,
    school.c.number.is_(None),
    school.c.number,
    school.c.name,
    school.c.id,
)
"""As everywhere: municipality, number, name; by nothing that compares schools."""


def there(where: Territory) -> ColumnElement[bool]:
    """Over `JOINED`: schools inside of `where`."""
    named = (
        (municipality.c.region_id, where.region),
        (municipality.c.id, where.municipality),
        (school.c.id, where.school),
    )
    return and_(true(), *(column == value for column, value in named if value is not None))


def schools_of(where: Territory) -> Select[tuple[int]]:
    """Ids of the open ones, for a subquery."""
    return select(school.c.id).select_from(JOINED).where(OPEN, there(where))
