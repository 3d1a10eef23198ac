"""What a person has said of a plan that waits to be written: small, so that a form can keep it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from shnor_domain.identity import SchoolId, Territory
from shnor_domain.roadmap.model import Programme
from shnor_domain.roadmap.periods.model import PlanWindow

LONGEST_TITLE = 300
LONGEST_BODY = 200
"""Characters of a body's name, as they are stored."""
FURTHEST_MOVE = 30
"""Years; a tap that says more is forged."""


@dataclass(frozen=True, slots=True)
class PeriodAnswer:
    """To a period that was asked: other words (`text`), the place of one of the readings, or, with neither, «без
    срока»."""

    reading: int | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Answers:
    """All answers so far. `window` are the years of the plan, `years` by how many it is moved after that; `periods` by
    the item's place in the draft; `bodies` by what is written, None for «без исполнителя». With `schools` the plan is
    a template for them. `without_date`: periods that are still asked are written as «без срока», which a person has to
    say in so many words."""

    window: PlanWindow | None = None
    years: int = 0
    periods: Mapping[int, PeriodAnswer] = field(default_factory=dict)
    bodies: Mapping[str, str | None] = field(default_factory=dict)
    title: str = ""
    programme: Programme = Programme.ROADMAP
    territory: Territory | None = None
    schools: tuple[SchoolId, ...] = ()
    without_date: bool = False


def written_as(text: str) -> str:
    """What stands for an unknown body in `Answers.bodies`: a name that can be stored."""
    return " ".join(text.split())[:LONGEST_BODY].rstrip()
