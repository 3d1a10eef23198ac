"""What a benchmark has found, beside what it should be."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of one run: `value` and `limit` in the unit that `words` name; `least` says on which side to stay."""

    words: str
    value: float
    limit: float | None = None
    least: bool = False
    show: Callable[[float], str] = "{:.3g}".format

    @property
    def met(self) -> bool:
        """True for a figure that is only told."""
        return self.limit is None or (self.value >= self.limit if self.least else self.value <= self.limit)

    def __str__(self) -> str:
        goal = "" if self.limit is None else f"{'≥' if self.least else '≤'} {self.show(self.limit)}"
        verdict = "" if self.limit is None else "met" if self.met else "MISSED"
        return f"  {self.words:<86} {self.show(self.value):>10}   {goal:<10} {verdict}"
