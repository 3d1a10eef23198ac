"""Answers of a form, kept under the names of its questions."""

from dataclasses import dataclass
from typing import Any

from shnor_domain.errors import Stale


@dataclass(frozen=True, slots=True)
class Answers:
    """`data` is what the dialog keeps between taps."""

    data: dict[str, Any]

    def need(self, name: str) -> Any:
        """An answer; raises `Stale` while it is missing."""
        if self.data.get(name) is None:
            raise Stale
        return self.data[name]
