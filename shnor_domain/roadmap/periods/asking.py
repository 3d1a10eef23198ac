"""How the reading of a period stops where a person has to be asked."""

from collections.abc import Sequence
from dataclasses import dataclass

from shnor_domain.roadmap.periods.model import Customs, PlanWindow, Reason, Window

Windows = tuple[Window, ...]


class Ask(Exception):
    """`readings`: what may be meant, each an answer."""

    def __init__(self, reason: Reason, readings: Sequence[Windows] = ()) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.readings = tuple(readings)


def ask_which(reason: Reason, windows: Sequence[Window]) -> Ask:
    """One window of several."""
    return Ask(reason, [(window,) for window in windows])


@dataclass(frozen=True, slots=True)
class Known:
    """What is known besides the text itself."""

    plan: PlanWindow | None
    customs: Customs

    @property
    def years_of_plan(self) -> PlanWindow:
        """Raises `Ask` where nobody has named the plan's years."""
        if self.plan is None:
            raise Ask(Reason.NO_PLAN)
        return self.plan

    def fitting(self, windows: Sequence[Window]) -> list[Window]:
        """Those inside of the plan, in their order; only the year that a person named for what names none, where it is
        among them. Raises `Ask` when none is left."""
        plan = self.years_of_plan
        inside = [window for window in dict.fromkeys(windows) if plan.window.holds(window)]
        if not inside:
            raise Ask(Reason.OUTSIDE_PLAN)
        return [window for window in inside if window.first.year == plan.unnamed] or inside
