"""Plans, read in the worker process from the file to the draft: the event loop waits for neither."""

from collections.abc import Sequence

from bot.worker.documents import read_document
from bot.worker.pool import WorkerFailed, WorkerPool
from shnor_domain.roadmap.bodies.finding import Bodies
from shnor_domain.roadmap.bodies.model import Body, shipped_bodies
from shnor_domain.roadmap.imports.model import PlanDraft
from shnor_domain.roadmap.imports.plan import read_plan
from shnor_domain.roadmap.periods.model import Customs, PlanWindow
from shnor_domain.tables import LARGEST_FILE, BadFile


class WorkerPlans:
    """Port `roadmap.imports.reader.PlanReader`; `customs` are those of the installation."""

    def __init__(self, pool: WorkerPool, customs: Customs | None = None) -> None:
        self._pool, self._customs = pool, customs

    async def read(
        self,
        name: str,
        body: bytes,
        region: Sequence[Body] = (),
        window: PlanWindow | None = None,
        customs: Customs | None = None,
    ) -> PlanDraft:
        """A file that kills the worker is a damaged file."""
        if len(body) > LARGEST_FILE:
            raise BadFile("too-big")
        try:
            read = await self._pool.run(read_plan_file, name, body, tuple(region), window, customs or self._customs)
        except WorkerFailed as failed:
            raise BadFile("damaged" if failed.reason == "died" else failed.reason) from failed
        if isinstance(read, PlanDraft):
            return read
        reason, facts = read
        raise BadFile(reason, **facts)


def read_plan_file(
    name: str, body: bytes, region: tuple[Body, ...], window: PlanWindow | None, customs: Customs | None
) -> PlanDraft | tuple[str, dict[str, str]]:
    """A draft, or the reason why there is none with its facts: exceptions with facts do not travel."""
    table = read_document(name, body)
    if isinstance(table, str):
        return table, {}
    try:
        return read_plan(table, Bodies(shipped_bodies(), region), window, customs)
    except BadFile as bad:
        return bad.reason, {key: str(value) for key, value in bad.facts.items() if key != "reason"}
