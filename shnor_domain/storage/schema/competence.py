"""Counts of competence by subject.

`school_id` 0 stands for the municipality as a whole: NULLs are never equal in a key. The unit that entered a row is the
levels of one `Territory`, filled down to its own level.
"""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, PrimaryKeyConstraint, String, Table, Text

from shnor_domain.storage.schema.base import Id, Instant, metadata


def _place() -> tuple[Column[int], ...]:
    return (
        Column("region_id", Id, nullable=False, index=True),
        Column("municipality_id", Id, nullable=False),
        Column("school_id", Id, nullable=False, index=True),
        Column("year", Integer, nullable=False),
    )


def _entered() -> tuple[Column[int], ...]:
    return (
        Column("unit_region_id", Id),
        Column("unit_municipality_id", Id),
        Column("unit_school_id", Id),
        Column("person_id", Id, ForeignKey("person.id", ondelete="SET NULL"), index=True),
    )


competence_count = Table(
    "competence_count",
    metadata,
    *_place(),
    Column("subject", String(40), nullable=False),
    Column("a", Integer, nullable=False),
    Column("b", Integer, nullable=False),
    Column("c", Integer, nullable=False),
    Column("d", Integer, nullable=False),
    *_entered(),
    Column("entered", Instant, nullable=False),
    Column("source", Text, nullable=False),
    PrimaryKeyConstraint("municipality_id", "school_id", "year", "subject"),
    CheckConstraint("a >= 0 AND b >= 0 AND c >= 0 AND d >= 0 AND a + b + c + d > 0", name="positions"),
)

competence_people = Table(
    "competence_people",
    metadata,
    *_place(),
    Column("people", Integer, nullable=False),
    *_entered(),
    Column("entered", Instant, nullable=False),
    PrimaryKeyConstraint("municipality_id", "school_id", "year"),
    CheckConstraint("people > 0", name="some"),
)
