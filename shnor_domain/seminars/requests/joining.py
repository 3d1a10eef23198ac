"""What becomes of the schools behind two requests that become one, and of one that is split again: pure.

Nothing is written over: a support keeps its number and the request for which it was given, so that a split gives back
what was.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from shnor_domain.identity import SchoolId
from shnor_domain.seminars.model import RequestId
from shnor_domain.seminars.requests.model import STANDING, Support, SupportState


def joined(into: RequestId, supports: Iterable[Support]) -> list[Support]:
    """`supports` of several requests, as all of them stand in `into`; a school that stands there already is counted
    once (`MOVED`). What has ended stays where it ended."""
    standing = [each for each in supports if each.state in STANDING]
    there = {each.school for each in standing if each.request == into and each.state is SupportState.LIVE}
    found = []
    for each in sorted(standing, key=lambda one: (one.request != into, one.request, one.id)):
        if each.request == into:
            found.append(each)
            continue
        state = each.state
        if state is SupportState.LIVE:
            state = SupportState.MOVED if each.school in there else SupportState.LIVE
            there.add(each.school)
        found.append(replace(each, request=into, came_from=each.came_from or each.request, state=state))
    return found


def parted(supports: Iterable[Support], back: RequestId, family: Collection[RequestId]) -> list[Support]:
    """`supports` of one request once `back` stands by itself again, with what had been merged into it before:
    `family`, which holds `back` too."""
    standing = [each for each in supports if each.state in STANDING]
    gone = [
        replace(each, request=back, came_from=None if each.came_from == back else each.came_from)
        for each in standing
        if each.came_from in family
    ]
    return [*_settled(gone), *_settled(each for each in standing if each.came_from not in family)]


def _settled(supports: Iterable[Support]) -> list[Support]:
    """Of each school one support is live: the one that was, else the one that was given for this very request, else
    the oldest; then what was said anew was said of the other request, and all that had met here counts again."""
    schools: dict[SchoolId, list[Support]] = {}
    for each in supports:
        schools.setdefault(each.school, []).append(each)
    return [row for rows in schools.values() for row in _one_live(rows)]


def _one_live(rows: Sequence[Support]) -> list[Support]:
    if any(row.state is SupportState.LIVE for row in rows):
        return list(rows)
    first = min(rows, key=lambda row: (row.came_from is not None, row.id))
    return [replace(row, state=SupportState.LIVE if row is first else SupportState.MOVED) for row in rows]
