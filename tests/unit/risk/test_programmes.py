"""A programme has six parts; it is sent whole, agreed or returned with remarks (R103, R114)."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from shnor_domain.errors import Invalid, Stale
from shnor_domain.identity import PersonId
from shnor_domain.risk.errors import ProgrammeIncomplete
from shnor_domain.risk.model import CaseId
from shnor_domain.risk.programmes import (
    Part,
    ProgrammeId,
    ProgrammeState,
    checked_remarks,
    decided_on,
    draft_after,
    sent,
    written,
)

NOW = datetime(2026, 9, 15, 5, tzinfo=UTC)
LEAD, CURATOR = PersonId(1), PersonId(2)
EMPTY = draft_after(None, CaseId(1), LEAD, NOW)
WHOLE = replace(EMPTY, parts=dict.fromkeys(Part, "есть"))


def test_a_part_is_there_when_it_is_written_or_ticked_in_a_file() -> None:
    assert EMPTY.missing == tuple(Part)
    half = written(EMPTY, Part.GOAL, " Мастерские ")
    assert half.parts[Part.GOAL] == "Мастерские" and Part.GOAL not in half.missing
    ticked = replace(half, ticked=frozenset(Part) - {Part.TERMS})
    assert Part.TASKS in ticked.missing, "a tick without a file says nothing"
    assert replace(ticked, file="0.pdf").missing == (Part.TERMS,)
    assert written(half, Part.GOAL, "  ").missing == tuple(Part)


def test_what_is_not_whole_is_not_sent_and_says_how_much_is_missing() -> None:
    with pytest.raises(ProgrammeIncomplete) as refused:
        sent(written(EMPTY, Part.GOAL, "цель"), LEAD, NOW)
    assert refused.value.facts == {"missing": 5, "parts": 6}
    assert sent(WHOLE, LEAD, NOW).state is ProgrammeState.WAITING


def test_a_part_that_is_too_long_is_refused() -> None:
    with pytest.raises(Invalid):
        written(EMPTY, Part.GOAL, "я" * 1_001)


def test_a_new_version_begins_as_the_last_one_ended_and_none_while_one_waits() -> None:
    stored = replace(WHOLE, id=ProgrammeId(7))
    assert draft_after(stored, CaseId(1), LEAD, NOW) is stored
    waiting = sent(stored, LEAD, NOW)
    with pytest.raises(Stale):
        draft_after(waiting, CaseId(1), LEAD, NOW)
    returned = decided_on(waiting, ProgrammeState.RETURNED, CURATOR, NOW)
    second = draft_after(returned, CaseId(1), LEAD, NOW)
    assert (second.id, second.version, second.state, second.parts) == (0, 2, ProgrammeState.DRAFT, WHOLE.parts)
    assert second.sender is None and second.decided is None


def test_only_what_waits_is_decided_on() -> None:
    with pytest.raises(Stale):
        decided_on(WHOLE, ProgrammeState.AGREED, CURATOR, NOW)
    agreed = decided_on(sent(WHOLE, LEAD, NOW), ProgrammeState.AGREED, CURATOR, NOW)
    with pytest.raises(Stale):
        sent(agreed, LEAD, NOW)


@pytest.mark.parametrize("remarks", [[], [" "], ["слово"] * 9, ["я" * 501]])
def test_returning_a_programme_demands_one_to_eight_remarks(remarks: list[str]) -> None:
    with pytest.raises(Invalid):
        checked_remarks(remarks)
    assert checked_remarks([" нет сроков ", ""]) == ["нет сроков"]
