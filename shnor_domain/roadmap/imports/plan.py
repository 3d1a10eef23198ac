"""From a document to items that a person confirms: nothing is written here, nothing is guessed without a remark."""

from shnor_domain.roadmap.bodies.finding import Bodies
from shnor_domain.roadmap.imports.finishing import finished
from shnor_domain.roadmap.imports.joining import joined
from shnor_domain.roadmap.imports.lines import lines_of
from shnor_domain.roadmap.imports.model import MOST_ITEMS, PlanDraft
from shnor_domain.roadmap.imports.period_cell import is_period
from shnor_domain.roadmap.imports.rows import Signs, rows_of
from shnor_domain.roadmap.imports.windows import offered, stated
from shnor_domain.roadmap.periods.model import Customs, PlanWindow
from shnor_domain.tables import BadFile, Table

_MOST_LINES = 3 * MOST_ITEMS
_MOST_TEXTS = 50


def read_plan(
    table: Table, bodies: Bodies, window: PlanWindow | None = None, customs: Customs | None = None
) -> PlanDraft:
    """The plan in the tables of a document, in the order of the document.

    `window` is a person's answer to what years the plan is for; without one the heading says it, and where the heading
    says it in two ways, periods without a year stay questions. Raises `BadFile`: «no-columns», «too-many-rows».
    """
    if sum(any(row) for sheet in table.sheets for row in sheet.rows) > _MOST_LINES:
        raise BadFile("too-many-rows")

    def is_body(cell: str) -> bool:
        named = bodies.find(cell)
        return bool(named.bodies) and not named.unknown

    found = lines_of(table, is_body)
    items = joined(rows_of(found.lines, Signs(found.codes, is_period, is_body)))
    if len(items) > MOST_ITEMS:
        raise BadFile("too-many-rows")
    windows = stated(found.heading)
    if window is None and len(windows) == 1:
        window = windows[0]
    customs = customs or Customs()
    drafts = finished(items, found.codes, bodies, window, customs)
    answers = offered(windows if window is None else [window], [draft.period for draft in drafts])
    settled = window is not None and answers == (window,)
    return PlanDraft(
        tuple(drafts),
        window,
        () if settled else answers,
        tuple(found.heading[:_MOST_TEXTS]),
        found.unknown[:_MOST_TEXTS],
        tuple(found.unused[:_MOST_TEXTS]),
        customs,
    )
