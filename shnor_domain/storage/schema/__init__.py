"""All tables: importing this package fills `metadata`."""

from shnor_domain.storage.schema import consultations, notifications, people, places, roadmap, territories, updates
from shnor_domain.storage.schema.base import metadata

__all__ = ["consultations", "metadata", "notifications", "people", "places", "roadmap", "territories", "updates"]
