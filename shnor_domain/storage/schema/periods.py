"""Half-years of regions (rule 15: periods are a table)."""

from sqlalchemy import CheckConstraint, Column, Date, ForeignKey, Integer, Table, UniqueConstraint

from shnor_domain.storage.constraints import register
from shnor_domain.storage.schema.base import Id, metadata

PERIOD_ONCE = register("uq_period_region_year_number", "period", "region_id", "year", "number")

period = Table(
    "period",
    metadata,
    Column("id", Id, primary_key=True),
    Column("region_id", Id, ForeignKey("region.id"), nullable=False),
    # the calendar year in which the school year begins
    Column("year", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    UniqueConstraint("region_id", "year", "number", name=PERIOD_ONCE),
    CheckConstraint("first_day <= last_day", name="days"),
)
