"""People for whom the rules of delivery decide alike: an audience is forecast by its habits, not by its people."""

from dataclasses import dataclass

from shnor_domain.identity import Territory
from shnor_domain.notifications.model import Reader


@dataclass(frozen=True, slots=True)
class Alike:
    """So many `people` for whom the rules of delivery decide alike; `rests` is where their days off come from."""

    reader: Reader
    rests: Territory
    people: int
