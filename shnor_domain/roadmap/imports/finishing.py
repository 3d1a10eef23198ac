"""From joined rows to drafts: periods and bodies read, doubts gathered."""

from collections.abc import Collection, Iterator, Sequence

from shnor_domain.roadmap.bodies.finding import Bodies, Named
from shnor_domain.roadmap.imports.columns import Code
from shnor_domain.roadmap.imports.joining import Joined
from shnor_domain.roadmap.imports.model import Doubt, PlanItem, Remark
from shnor_domain.roadmap.imports.numbers import between
from shnor_domain.roadmap.imports.period_cell import Read, read_cell, read_ends
from shnor_domain.roadmap.imports.titles import document_in, title_remarks
from shnor_domain.roadmap.periods.model import Customs, Period, PlanWindow, Question


def finished(
    items: Sequence[Joined], codes: Collection[Code], bodies: Bodies, plan: PlanWindow | None, customs: Customs
) -> list[PlanItem]:
    """Drafts in the order of the plan; `codes` are the columns that the document has."""
    seen: set[tuple[str, str]] = set()
    before: str | None = None
    drafts = []
    for item in items:
        period, of_period = _period(item, plan, customs)
        named = bodies.find(item.responsible)
        title = item.title.strip(" ;,")
        remarks = [
            *item.remarks,
            *title_remarks(title),
            *_numbers(item, before, seen),
            *of_period,
            *_period_remarks(period, codes, plan),
            *_body_remarks(named, codes),
        ]
        if not item.sure:
            remarks.append(Remark(Doubt.COLUMNS_GUESSED))
        goal, result = (item.texts[code].strip(" ;,") for code in ("goal", "result"))
        drafts.append(
            PlanItem(
                item.number,
                title,
                period,
                named.bodies,
                goal,
                result,
                item.section,
                document_in(result, title),
                tuple(dict.fromkeys(remarks)),
                tuple(item.spots),
                item.responsible,
                named.parts,
            )
        )
        before = item.number
    return drafts


def _period(item: Joined, plan: PlanWindow | None, customs: Customs) -> Read:
    if not item.periods and (item.starts or item.ends):
        return read_ends(item.starts, item.ends, plan, customs)
    return read_cell(item.periods, plan, customs)


def _numbers(item: Joined, before: str | None, seen: set[tuple[str, str]]) -> Iterator[Remark]:
    if item.number is None:
        return
    if (item.section, item.number) in seen:
        yield Remark(Doubt.NUMBER_REPEATED, item.number)
    seen.add((item.section, item.number))
    if between(before, item.number):
        yield Remark(Doubt.NUMBER_SKIPPED, before or "")


def _period_remarks(period: Period | Question, codes: Collection[Code], plan: PlanWindow | None) -> Iterator[Remark]:
    if isinstance(period, Question):
        yield Remark(Doubt.PERIOD_UNREAD, period.verbatim)
        return
    if not period.verbatim and {"period", "starts", "ends"} & set(codes):
        yield Remark(Doubt.PERIOD_EMPTY)
    if plan is None or not period.windows:
        return
    if period.windows[0].first < plan.first:
        yield Remark(Doubt.STARTS_BEFORE_PLAN, period.verbatim)
    if period.windows[-1].last > plan.last:
        yield Remark(Doubt.ENDS_AFTER_PLAN, period.verbatim)


def _body_remarks(named: Named, codes: Collection[Code]) -> Iterator[Remark]:
    yield from (Remark(Doubt.BODY_UNKNOWN, part) for part in named.unknown)
    yield from (Remark(Doubt.BODY_GUESSED, guess.written, guess.body.name) for guess in named.guesses)
    if "responsible" in codes and not named.bodies and not named.unknown:
        yield Remark(Doubt.BODY_MISSING)
