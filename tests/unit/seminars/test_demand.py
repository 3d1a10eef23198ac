"""What orders a draft: schools, then people, then age (rule I13)."""

import random

from shnor_domain.identity import SchoolId
from shnor_domain.seminars.requests.demand import by_school, demand
from shnor_domain.seminars.requests.model import SupportState
from tests.support.seminar_requests import request, support


def test_a_school_counts_once_with_the_larger_of_the_numbers_that_met() -> None:
    rows = [
        support(1, 1, 5, 10),
        support(2, 1, 5, 14, state=SupportState.MOVED),
        support(3, 1, 6, 7),
        support(4, 1, 7, 30, state=SupportState.WITHDRAWN),
        support(5, 1, 8, 30, state=SupportState.MOVED),
    ]
    assert by_school(rows) == {5: 14, 6: 7}


def test_the_demand_of_a_request_counts_its_own_schools_alone() -> None:
    found = demand(
        request(1), [support(1, 1, 5, 10), support(2, 1, 6, 3), support(3, 2, 7, 9)], {SchoolId(6), SchoolId(7)}
    )
    assert (found.schools, found.people, found.project) == (2, 13, 1)


def test_the_order_is_total_and_by_schools_first() -> None:
    many = [
        demand(request(1), [support(1, 1, 1, 500)], ()),
        demand(request(2), [support(2, 2, 1, 3), support(3, 2, 2, 3)], ()),
        demand(request(3), [support(4, 3, 1, 4), support(5, 3, 2, 3)], ()),
        demand(request(4), [support(6, 4, 1, 500)], ()),
    ]
    random.Random(2).shuffle(many)
    assert [each.request.id for each in sorted(many, key=lambda one: one.order)] == [3, 2, 1, 4]
    assert len({each.order for each in many}) == len(many)
