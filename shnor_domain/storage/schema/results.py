"""Results of procedures, threshold profiles, clusters.

`region_id` and `municipality_id` of a result are where its school lay when it was entered: averages are added up by an
index alone, however many schools a region has.
"""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
    text,
)

from shnor_domain.storage.constraints import register
from shnor_domain.storage.schema.base import Id, Instant, metadata

PROFILE_CODE = register("uq_threshold_profile_code", "threshold_profile", "code")
VISIBLE = "participants >= 5 AND NOT biased"
"""Groups that everybody may count with (rule 9); said in these very words, or no partial index is used."""


def _school(name: str = "school_id") -> Column[int]:
    return Column(name, Id, ForeignKey("school.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)


def _person() -> Column[int | None]:
    return Column("person_id", Id, ForeignKey("person.id", ondelete="SET NULL"), index=True)


exam_result = Table(
    "exam_result",
    metadata,
    _school(),
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("procedure", String(20), primary_key=True),
    Column("region_id", Id, nullable=False),
    Column("municipality_id", Id, nullable=False),
    # 0 is «нет процедуры»
    Column("participants", Integer, nullable=False),
    Column("below", Integer, nullable=False),
    Column("biased", Boolean, nullable=False, server_default=text("false")),
    Column("source", String(200), nullable=False),
    Column("unit", String(12), nullable=False),
    _person(),
    Column("at", Instant, nullable=False),
    CheckConstraint("participants BETWEEN 0 AND 5000", name="participants"),
    CheckConstraint("below BETWEEN 0 AND participants", name="below"),
)
Index(
    "ix_exam_result_visible",
    exam_result.c.region_id,
    exam_result.c.year,
    exam_result.c.procedure,
    exam_result.c.municipality_id,
    # all that is asked for stands in the index: the table itself is not read
    exam_result.c.biased,
    exam_result.c.participants,
    exam_result.c.below,
    exam_result.c.school_id,
    sqlite_where=text(VISIBLE),
    postgresql_where=text(VISIBLE),
)
# groups that only some may see: few in a region, looked for by year
SMALL = text("participants BETWEEN 1 AND 4")
Index(
    "ix_exam_result_small",
    exam_result.c.region_id,
    exam_result.c.year,
    sqlite_where=SMALL,
    postgresql_where=SMALL,
)

school_without_ege = Table("school_without_ege", metadata, _school())

threshold_profile = Table(
    "threshold_profile",
    metadata,
    Column("id", Id, primary_key=True),
    Column("code", String(40)),
    Column("region_id", Id, ForeignKey("region.id", ondelete="CASCADE"), index=True),
    Column("title", String(200), nullable=False),
    Column("source", String(500), nullable=False),
    Column("dated", Date, nullable=False),
    # tenths of a percent
    Column("share", Integer, nullable=False),
    Column("procedures", Integer, nullable=False),
    Column("years", Integer, nullable=False),
    Column("combine", String(4), nullable=False),
    Column("minimum", Integer),
    UniqueConstraint("code", name=PROFILE_CODE),
    CheckConstraint("share BETWEEN 1 AND 1000", name="share"),
    CheckConstraint("procedures BETWEEN 1 AND 9", name="procedures"),
    CheckConstraint("years BETWEEN 1 AND 3", name="years"),
)

profile_choice = Table(
    "profile_choice",
    metadata,
    Column("region_id", Id, ForeignKey("region.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("profile_id", Id, ForeignKey("threshold_profile.id", ondelete="CASCADE"), nullable=False, index=True),
)

school_cluster = Table(
    "school_cluster",
    metadata,
    _school(),
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("cluster", String(10), nullable=False),
    Column("source", String(200), nullable=False),
    _person(),
    Column("at", Instant, nullable=False),
)
Index("ix_school_cluster_year", school_cluster.c.year, school_cluster.c.school_id)
