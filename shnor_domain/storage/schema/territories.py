"""Regions, municipalities, schools, the catalogue of subjects and the calendars: the reference data of rule 11."""

from sqlalchemy import (
    BigInteger,
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

SCHOOL_CODE = register("uq_school_code", "school", "code")

region = Table(
    "region",
    metadata,
    Column("id", Id, primary_key=True),
    Column("name", String(200), nullable=False, unique=True),
    Column("word", String(60)),
)

municipality = Table(
    "municipality",
    metadata,
    Column("id", Id, primary_key=True),
    Column("region_id", BigInteger, ForeignKey("region.id"), nullable=False),
    Column("name", String(200), nullable=False),
    Column("zone", String(40), nullable=False),
    Column("town", String(100)),
    Column(
        "week_days", Integer, CheckConstraint("week_days IN (5, 6)", name="week"), nullable=False, server_default="5"
    ),
    UniqueConstraint("region_id", "name"),
)

municipality_alias = Table(
    "municipality_alias",
    metadata,
    Column("municipality_id", BigInteger, ForeignKey("municipality.id"), primary_key=True),
    Column("spelling", String(200), primary_key=True),
    Column("normal", String(200), nullable=False),
)

school = Table(
    "school",
    metadata,
    Column("id", Id, primary_key=True),
    Column("municipality_id", BigInteger, ForeignKey("municipality.id"), nullable=False, index=True),
    Column("name", String(200), nullable=False),
    Column("number", Integer),
    Column("settlement", String(100)),
    Column("code", String(40)),
    Column("state", String(10), nullable=False, server_default="active"),
    Column("successor_id", BigInteger, ForeignKey("school.id")),
    Column("base", Boolean, nullable=False, server_default=text("false")),
    UniqueConstraint("code", name=SCHOOL_CODE),
    CheckConstraint("successor_id <> id", name="other_successor"),
)

school_alias = Table(
    "school_alias",
    metadata,
    Column("school_id", BigInteger, ForeignKey("school.id"), primary_key=True),
    Column("spelling", String(200), primary_key=True),
    Column("normal", String(200), nullable=False),
)

school_status = Table(
    "school_status",
    metadata,
    Column("school_id", BigInteger, ForeignKey("school.id"), primary_key=True),
    Column("year", Integer, primary_key=True),
    Column("status", String(10), primary_key=True),
    Column("source", String(200), nullable=False),
)
Index("ix_school_status_year", school_status.c.year, school_status.c.status)

subject = Table(
    "subject",
    metadata,
    Column("code", String(40), primary_key=True),
    Column("name", String(100), nullable=False, unique=True),
    Column("spellings", String(1000), nullable=False, server_default=""),
    Column("position", Integer, nullable=False, server_default="0"),
    Column("active", Boolean, nullable=False, server_default=text("true")),
)

# 0 stands for «none» in the keys below: a unique key over NULL would hold nothing
day_off = Table(
    "day_off",
    metadata,
    Column("region_id", BigInteger, primary_key=True, autoincrement=False),
    Column("municipality_id", BigInteger, primary_key=True, autoincrement=False),
    Column("day", Date, primary_key=True),
    Column("week", String(10), nullable=False),
    Column("word", String(100), nullable=False),
    Column("source", String(200), nullable=False),
)

methodist_day = Table(
    "methodist_day",
    metadata,
    Column("region_id", BigInteger, primary_key=True, autoincrement=False),
    Column("municipality_id", BigInteger, primary_key=True, autoincrement=False),
    Column("weekday", Integer, CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday"), nullable=False),
    Column("starts", Date),
    Column("ends", Date),
    Column("source", String(200), nullable=False),
)

subject_day = Table(
    "subject_day",
    metadata,
    Column("region_id", BigInteger, ForeignKey("region.id"), primary_key=True),
    Column("subject", String(40), primary_key=True),
    Column("weekday", Integer, CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday"), nullable=False),
    Column("source", String(200), nullable=False),
)

# What was due on `day` is due on `due`, which is `day` again once it was undone: whoever asks which windows have ended
# compares one column
called_off_day = Table(
    "called_off_day",
    metadata,
    Column("municipality_id", BigInteger, ForeignKey("municipality.id"), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("reason", String(200), nullable=False),
    Column("due", Date, nullable=False),
    Column("declared", Instant, nullable=False),
    Column("changed", Instant, nullable=False),
    Column("undone", Instant),
    CheckConstraint("due >= day", name="not_before"),
)
