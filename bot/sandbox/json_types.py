"""Names for what travels as JSON."""

from typing import Any, TypeAlias

# Any, not a recursive union: this is the wire, and every reader checks the shape that it needs.
Json: TypeAlias = Any
JsonObject: TypeAlias = dict[str, Any]
