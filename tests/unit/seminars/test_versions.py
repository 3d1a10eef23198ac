"""A version is submitted, returned or approved by another, published, and gives way to the next (I28, I29)."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from shnor_domain.errors import DomainError, Invalid, Stale
from shnor_domain.identity import PersonId
from shnor_domain.seminars.errors import NotApproved, OwnProgramme
from shnor_domain.seminars.programme.machine import (
    approved,
    checked_reason,
    next_number,
    published,
    returned,
    superseded,
    withdrawn,
)
from shnor_domain.seminars.programme.model import RETURN_REASON, Version, VersionState
from tests.support.programme_lines import AUTHOR, DAY, OCTOBER_14, version

NOW = OCTOBER_14 - 7 * DAY
OTHER = PersonId(9)
S = VersionState
ACTS: dict[str, Callable[[Version], Version]] = {
    "return": lambda each: returned(each, OTHER, "Нет математики", NOW),
    "approve": lambda each: approved(each, OTHER, NOW),
    "withdraw": lambda each: withdrawn(each),
    "publish": lambda each: published(each, None, NOW),
    "supersede": superseded,
}
LEADS_TO = {
    (S.WAITING, "return"): S.RETURNED,
    (S.WAITING, "approve"): S.APPROVED,
    (S.WAITING, "withdraw"): S.WITHDRAWN,
    (S.APPROVED, "withdraw"): S.WITHDRAWN,
    (S.APPROVED, "publish"): S.PUBLISHED,
    (S.PUBLISHED, "supersede"): S.SUPERSEDED,
}


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("state", S)
def test_a_version_goes_on_by_these_steps_and_no_others(state: VersionState, act: str) -> None:
    wanted = LEADS_TO.get((state, act))
    if wanted is not None:
        assert ACTS[act](version(state)).state is wanted
        return
    refused: type[DomainError] = NotApproved if (state, act) == (S.WAITING, "publish") else Stale
    with pytest.raises(refused):
        ACTS[act](version(state))


def test_who_has_submitted_it_neither_approves_nor_returns_it() -> None:
    with pytest.raises(OwnProgramme):
        approved(version(), AUTHOR, NOW)
    with pytest.raises(OwnProgramme):
        returned(version(), AUTHOR, "Нет химии", NOW)


def test_a_decision_keeps_who_when_and_why() -> None:
    back = returned(version(), OTHER, "  Нет \n математики ", NOW)
    assert (back.decided_by, back.decided, back.reason) == (OTHER, NOW, "Нет математики")
    assert approved(version(), OTHER, NOW).by_hand and not version(S.PUBLISHED).by_hand


@pytest.mark.parametrize(("words", "why"), [("", "empty"), (" но ", "empty"), ("о" * (RETURN_REASON + 1), "long")])
def test_what_is_returned_says_why(words: str, why: str) -> None:
    with pytest.raises(Invalid) as refused:
        checked_reason(words)
    assert (refused.value.field, refused.value.reason) == ("reason", why)


def test_published_versions_are_numbered_without_a_gap() -> None:
    first = published(version(S.APPROVED), None, NOW)
    second = published(version(S.APPROVED), first, NOW + timedelta(hours=1))
    assert (first.number, second.number, next_number(second)) == (1, 2, 3)
    assert first.published == NOW
