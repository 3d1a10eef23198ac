"""Which requests an event answers. A link names the request for which it was made; what that was merged into is found
as it is read, so that a merge rewrites nothing and a split has nothing to give back."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.seminars.model import RequestId
from shnor_domain.storage.schema.seminar_events import request_event
from shnor_domain.storage.schema.seminar_requests import seminar_request

_L, _R = request_event.c, seminar_request.c


async def answered(connection: AsyncConnection, events: Collection[int]) -> Mapping[int, list[RequestId]]:
    """Requests by event, each once, by id: of merged ones what they have become. One statement."""
    linked = select(_L.request_id.label("asked"), _L.request_id.label("now")).where(_L.event_id.in_(events))
    chain = linked.cte("chain", recursive=True)
    further = select(chain.c.asked, _R.merged_into).join(chain, _R.id == chain.c.now)
    chain = chain.union(further.where(_R.merged_into.is_not(None)))
    last = (
        select(_L.event_id, _R.id)
        .distinct()
        .select_from(request_event)
        .join(chain, chain.c.asked == _L.request_id)
        .join(seminar_request, _R.id == chain.c.now)
        .where(_L.event_id.in_(events), _R.merged_into.is_(None))
        .order_by(_R.id)
    )
    found: dict[int, list[RequestId]] = defaultdict(list)
    for row in await connection.execute(last):
        found[row.event_id].append(RequestId(row.id))
    return found


def events_that_answer(requests: Collection[RequestId]) -> Select[tuple[int]]:
    """Ids of events that answer any of `requests`, or what was merged into them."""
    family = select(_R.id).where(_R.id.in_(requests)).cte("asked_for", recursive=True)
    family = family.union(select(_R.id).join(family, _R.merged_into == family.c.id))
    return select(_L.event_id).where(_L.request_id.in_(select(family.c.id)))
