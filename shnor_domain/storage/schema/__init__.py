"""All tables: importing this package fills `metadata`."""

from shnor_domain.storage.schema import (
    absences,
    announcements,
    attendance,
    competence,
    consultations,
    notifications,
    people,
    pictures,
    places,
    results,
    risk,
    roadmap,
    territories,
    updates,
    visits,
)
from shnor_domain.storage.schema.base import metadata

__all__ = [
    "absences",
    "announcements",
    "attendance",
    "competence",
    "consultations",
    "metadata",
    "notifications",
    "people",
    "pictures",
    "places",
    "results",
    "risk",
    "roadmap",
    "territories",
    "updates",
    "visits",
]
