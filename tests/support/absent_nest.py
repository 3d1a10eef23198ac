"""A methodist who will be away in a week, and the curator of the school who is asked to stand in."""

from datetime import date
from typing import Any

from shnor_domain.consultations.absences.use_cases.answer import AnswerAsk
from shnor_domain.consultations.absences.use_cases.declare import DeclareAbsence
from tests.support.village import CHEMISTRY, whose


async def lay_absence(nest: Any) -> None:
    """One meeting of one seat, on Wednesday after next, and one that the curator leads."""
    village, host = nest.village, nest.near["host"]
    day = date(2026, 10, 7)
    covers = {CHEMISTRY: whose(nest.near["curator"])}
    declared = await village.use(DeclareAbsence)(host, whose(host), day, day, covers)
    assert declared.asked == 1
    async with village.units.read() as work:
        (ask,) = await work.absences.of_absent(whose(host), village.clock.now())
    nest.ids["ask"] = ask.id
    await _lay_led(nest, date(2026, 10, 14))


async def _lay_led(nest: Any, day: date) -> None:
    """A week later the curator has agreed."""
    village, host, curator = nest.village, nest.near["host"], nest.near["curator"]
    await village.use(DeclareAbsence)(host, whose(host), day, day, {CHEMISTRY: whose(curator)})
    async with village.units.read() as work:
        ask = (await work.absences.of_absent(whose(host), village.clock.now()))[-1]
        (row,) = await work.absences.sessions(ask.meetings)
    await village.use(AnswerAsk)(curator, ask.id, True)
    nest.ids.update(led_slot=row.key.slot, led_minute=int(row.key.starts.timestamp()) // 60)
