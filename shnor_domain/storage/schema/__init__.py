"""All tables: importing this package fills `metadata`."""

from shnor_domain.storage.schema import notifications, people, places, territories, updates
from shnor_domain.storage.schema.base import metadata

__all__ = ["metadata", "notifications", "people", "places", "territories", "updates"]
