"""Many schools by a threshold profile, in pandas: the same answers as `thresholds.verdict`, a region at a time.

Loaded in the worker process alone. Plain values come in and go out; frames never leave this module.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from shnor_domain.identity import SchoolId
from shnor_domain.results.ports.classifying import Classified, Packed
from shnor_domain.results.procedures import ProcedureCode
from shnor_domain.results.thresholds import Combine, Outcome, ThresholdProfile
from shnor_domain.territories.model import SchoolYear

_SURE, _OPEN, _NO = 2, 1, 0
"""Three answers to a condition: it holds, nobody knows for want of a year, it does not hold."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Groups that count, one a position: ids of schools, years, numbers of procedures in any steady order, n ≥ 1, k."""

    school: Sequence[int]
    year: Sequence[int]
    procedure: Sequence[int]
    participants: Sequence[int]
    below: Sequence[int]


def classify(
    schools: Sequence[int], columns: Columns, profile: ThresholdProfile, year: SchoolYear
) -> tuple[Outcome, ...]:
    """The outcome of each of `schools`, in their order; groups of other schools are passed over."""
    frame = pd.DataFrame({
        "school": pd.Index(np.asarray(schools, dtype=np.int64)).get_indexer(
            np.asarray(columns.school, dtype=np.int64)
        ),
        "back": year - np.asarray(columns.year, dtype=np.int64),
        "procedure": np.asarray(columns.procedure, dtype=np.int64),
        "participants": np.asarray(columns.participants, dtype=np.int64),
        "below": np.asarray(columns.below, dtype=np.int64),
    })  # fmt: skip
    return _named(_outcomes(frame, len(schools), profile))


def classify_packed(packed: Packed, profile: ThresholdProfile, year: SchoolYear, number: int, size: int) -> Classified:
    """`Classifier.classify`, in the process that it is called in."""
    schools = _numbers(packed.schools)
    outcomes = _outcomes(_frame(packed, schools, year), len(schools), profile)
    counts = np.bincount(outcomes, minlength=len(_ORDER))
    reached = schools[outcomes == _ORDER.index(Outcome.REACHED)]
    last = max(0, (len(reached) - 1) // size)
    at = min(max(number, 0), last)
    page = tuple(SchoolId(int(each)) for each in reached[at * size : (at + 1) * size])
    return Classified({outcome: int(counts[place]) for place, outcome in enumerate(_ORDER)}, page, at)


_ORDER = (Outcome.REACHED, Outcome.NOT_REACHED, Outcome.NO_DATA, Outcome.TOLD)


def _named(outcomes: "np.ndarray[tuple[int], np.dtype[np.int8]]") -> tuple[Outcome, ...]:
    return tuple(_ORDER[each] for each in outcomes)


def _numbers(text: str) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    return np.fromstring(text, dtype=np.int64, sep=",") if text else np.empty(0, dtype=np.int64)


def _frame(packed: Packed, schools: "np.ndarray[tuple[int], np.dtype[np.int64]]", year: SchoolYear) -> pd.DataFrame:
    """Small whole numbers in narrow columns: a million groups in tens of megabytes."""
    index = pd.Index(schools)
    codes: dict[ProcedureCode, int] = {}
    parts = []
    for of, procedure, text in packed.groups:
        numbers = _numbers(text)
        parts.append(
            pd.DataFrame({
                "school": index.get_indexer(numbers[0::3]).astype(np.int32),
                "back": np.full(len(numbers) // 3, year - of, dtype=np.int16),
                "procedure": np.full(len(numbers) // 3, codes.setdefault(procedure, len(codes)), dtype=np.int16),
                "participants": numbers[1::3].astype(np.int16),
                "below": numbers[2::3].astype(np.int16),
            })
        )  # fmt: skip
    if not parts:
        names = ("school", "back", "procedure", "participants", "below")
        return pd.DataFrame({name: np.empty(0, dtype=np.int32) for name in names})
    return pd.concat(parts, ignore_index=True)


def _outcomes(
    frame: pd.DataFrame, count: int, profile: ThresholdProfile
) -> "np.ndarray[tuple[int], np.dtype[np.int8]]":
    """Positions in `_ORDER` for `count` schools; `back` 0 is the year itself, 1 the one before."""
    in_span = (frame["back"] >= 0) & (frame["back"] < profile.years) & (frame["school"] >= 0)
    usable = frame[in_span & (frame["participants"] >= (profile.minimum or 1))]
    grade = usable["below"].astype(np.int32) * 1_000 >= usable["participants"].astype(np.int32) * profile.share
    low = usable[grade]
    low_now = low[low["back"] == 0]
    counted = _count(usable[usable["back"] == 0], count) > 0
    low_count = _count(low_now, count)
    # a table of schools by years, and one of schools by procedures: far quicker than grouping a million rows
    has_year = np.zeros((count, profile.years), dtype=bool)
    has_year[usable["school"], usable["back"]] = True
    whole = has_year.all(axis=1)
    kinds = int(low["procedure"].max()) + 1 if len(low) else 1
    in_all = np.bincount(low["school"] * kinds + low["procedure"], minlength=count * kinds) == profile.years
    again = in_all.reshape(count, kinds).any(axis=1)
    second = np.where(again, _SURE, np.where(whole | (low_count == 0), _NO, _OPEN))
    first = np.where(low_count >= profile.procedures, _SURE, _NO)
    if profile.combine is Combine.INFO:
        told = np.full(count, _ORDER.index(Outcome.TOLD))
    else:
        both = np.minimum(first, second) if profile.combine is Combine.AND else np.maximum(first, second)
        told = np.select(
            [both == _SURE, both == _NO],
            [_ORDER.index(Outcome.REACHED), _ORDER.index(Outcome.NOT_REACHED)],
            _ORDER.index(Outcome.NO_DATA),
        )
    found: np.ndarray[tuple[int], np.dtype[np.int8]] = np.where(counted, told, _ORDER.index(Outcome.NO_DATA)).astype(
        np.int8
    )
    return found


def _count(rows: pd.DataFrame, count: int) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    """Rows of each school."""
    return np.bincount(rows["school"].to_numpy(), minlength=count)
