"""Events as a version shows them: what they are like at this moment."""

from collections.abc import Iterable, Mapping, Sequence

from shnor_domain.identity import SchoolId
from shnor_domain.seminars.events.model import Event
from shnor_domain.seminars.events.work import EventWork
from shnor_domain.seminars.programme.model import At, Line
from shnor_domain.seminars.requests.demand import by_school


def line_of(event: Event, asked: Iterable[Mapping[SchoolId, int]]) -> Line:
    """`asked` is how many people of each school stand behind each of its requests: a school counts once, with its
    largest number."""
    largest: dict[SchoolId, int] = {}
    for schools in asked:
        for school, people in schools.items():
            largest[school] = max(people, largest.get(school, 0))
    terms = event.terms
    return Line(
        event=event.id,
        title=terms.title,
        kind=terms.kind,
        form=terms.form,
        audience=terms.audience,
        lessons=tuple(At(each.number, each.starts, each.ends) for each in event.open_lessons),
        host=terms.host,
        schools=len(largest),
        people=sum(largest.values()),
        route=event.route,
    )


async def lines_of(work: EventWork, events: Sequence[Event]) -> list[Line]:
    """One statement, whatever their number. What has no lesson left stands in no programme."""
    events = [each for each in events if each.open_lessons]
    requests = {each for event in events for each in event.requests}
    supports = await work.request_supports.of_requests(requests)
    behind = {each: by_school(one for one in supports if one.request == each) for each in requests}
    return [line_of(event, [behind[each] for each in event.requests]) for event in events]
