"""Where those who sit in a booking work, as of the day on which it was made: what they are counted by for ever."""

from datetime import date

from sqlalchemy import ColumnElement, ScalarSelect, func, or_, select

from shnor_domain.consultations.model import Behalf
from shnor_domain.identity import SCHOOL_ROLES, PersonId
from shnor_domain.storage.schema.places import place
from shnor_domain.storage.schema.territories import school


def municipality_of(visitor: PersonId, behalf: Behalf, day: date) -> ScalarSelect[int]:
    """That of the school which the booking is for, else of the visitor's first place in a school; none where she has
    no such place."""
    if behalf.school is not None:
        return select(school.c.municipality_id).where(school.c.id == behalf.school).scalar_subquery()
    first = select(func.min(place.c.id)).where(
        place.c.person_id == visitor,
        place.c.role.in_([role.value for role in SCHOOL_ROLES]),
        place.c.verified,
        or_(place.c.ends.is_(None), place.c.ends >= day),
    )
    return select(place.c.municipality_id).where(place.c.id == first.scalar_subquery()).scalar_subquery()


def home_of(person: ColumnElement[int]) -> ScalarSelect[int]:
    """The municipality of a person's first place in a school, as it is now: for who has booked nothing yet."""
    first = select(func.min(place.c.id)).where(
        place.c.person_id == person, place.c.role.in_([role.value for role in SCHOOL_ROLES])
    )
    return (
        select(place.c.municipality_id)
        .where(place.c.id == first.correlate_except(place).scalar_subquery())
        .correlate_except(place)
        .scalar_subquery()
    )
