"""Plans read in this very process, and a small one to bring: what every test of bringing shares."""

import csv
import io
from collections.abc import Sequence

from bot.worker.plans import read_plan_file
from shnor_domain.roadmap.bodies.model import Body
from shnor_domain.roadmap.imports.model import PlanDraft
from shnor_domain.roadmap.periods.model import Customs, PlanWindow
from shnor_domain.tables import BadFile

HEAD = ("№", "Мероприятие", "Срок", "Исполнители", "Результат")


class PlansAtHand:
    """Port `PlanReader`: the same reader as the worker's."""

    async def read(
        self,
        name: str,
        body: bytes,
        region: Sequence[Body] = (),
        window: PlanWindow | None = None,
        customs: Customs | None = None,
    ) -> PlanDraft:
        """Without a process of its own."""
        read = read_plan_file(name, body, tuple(region), window, customs)
        if isinstance(read, PlanDraft):
            return read
        reason, facts = read
        raise BadFile(reason, **facts)


def plan_file(*rows: Sequence[str], heading: str = "План мероприятий на 2026/27 учебный год") -> bytes:
    """A csv of rows under `HEAD`: number, title, period, bodies, result."""
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows([(heading, "", "", "", ""), HEAD, *rows])
    return out.getvalue().encode()
