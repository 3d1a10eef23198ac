"""Many schools by a threshold profile, in pandas: the same answers as `thresholds.verdict`, a region at a time.

Loaded in the worker process alone. Plain values come in and go out; frames never leave this module.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from shnor_domain.identity import SchoolId
from shnor_domain.results.ports.classifying import Classified, Packed
from shnor_domain.results.procedures import procedures
from shnor_domain.results.thresholds import Combine, Outcome, ThresholdProfile
from shnor_domain.territories.model import SchoolYear

_SURE, _OPEN, _NO = 2, 1, 0
"""Three answers to a condition: it holds, nobody knows for want of data, it does not hold."""
_CODES = {procedure.code: place for place, procedure in enumerate(procedures())}
_UPPER = [place for place, procedure in enumerate(procedures()) if procedure.of_upper_school]
_Ids = npt.NDArray[np.int64]
_Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Columns:
    """Groups that count, one a position: ids of schools, years, places of procedures in `procedures()`, n, k."""

    school: Sequence[int]
    year: Sequence[int]
    procedure: Sequence[int]
    participants: Sequence[int]
    below: Sequence[int]


def classify(
    schools: Sequence[int], columns: Columns, profile: ThresholdProfile, year: SchoolYear
) -> tuple[Outcome, ...]:
    """The outcome of each of `schools`, which have all procedures, in their order; groups of other schools are passed
    over."""
    frame = pd.DataFrame({
        "school": pd.Index(np.asarray(schools, dtype=np.int64)).get_indexer(
            np.asarray(columns.school, dtype=np.int64)
        ),
        "back": year - np.asarray(columns.year, dtype=np.int64),
        "procedure": np.asarray(columns.procedure, dtype=np.int64),
        "participants": np.asarray(columns.participants, dtype=np.int64),
        "below": np.asarray(columns.below, dtype=np.int64),
    })  # fmt: skip
    due = np.ones((len(schools), len(_CODES)), dtype=bool)
    apart = np.zeros((len(schools), profile.years), dtype=bool)
    return tuple(_ORDER[each] for each in _outcomes(frame, due, apart, profile))


def classify_packed(packed: Packed, profile: ThresholdProfile, year: SchoolYear, number: int, size: int) -> Classified:
    """`Classifier.classify`, in the process that it is called in."""
    schools = _numbers(packed.schools)
    index = pd.Index(schools)
    frame = _frame(packed, index, year)
    outcomes = _outcomes(frame, _due(packed, index), _apart(packed, index, profile.years, year), profile)
    counts = np.bincount(outcomes, minlength=len(_ORDER))
    reached = schools[outcomes == _ORDER.index(Outcome.REACHED)]
    last = max(0, (len(reached) - 1) // size)
    at = min(max(number, 0), last)
    page = tuple(SchoolId(int(each)) for each in reached[at * size : (at + 1) * size])
    return Classified({outcome: int(counts[place]) for place, outcome in enumerate(_ORDER)}, page, at)


_ORDER = (Outcome.REACHED, Outcome.NOT_REACHED, Outcome.NO_DATA, Outcome.TOLD)


def _numbers(text: str) -> _Ids:
    return np.fromstring(text, dtype=np.int64, sep=",") if text else np.empty(0, dtype=np.int64)


def _due(packed: Packed, index: "pd.Index[int]") -> _Flags:
    """Schools by procedures: what each of them has."""
    due = np.ones((len(index), len(_CODES)), dtype=bool)
    places = index.get_indexer(_numbers(packed.without_ege))
    due[np.ix_(places[places >= 0], _UPPER)] = False
    return due


def _apart(packed: Packed, index: "pd.Index[int]", years: int, year: SchoolYear) -> _Flags:
    """Schools by years back: true before another school was joined, when they were not one."""
    apart = np.zeros((len(index), years), dtype=bool)
    for school, first in packed.joined:
        if school in index and first <= year:
            apart[index.get_loc(school), year - first + 1 :] = True
    return apart


def _frame(packed: Packed, index: "pd.Index[int]", year: SchoolYear) -> pd.DataFrame:
    """Small whole numbers in narrow columns: a million groups in tens of megabytes."""
    parts = []
    for of, procedure, text in packed.groups:
        if procedure not in _CODES:
            continue
        numbers = _numbers(text)
        parts.append(
            pd.DataFrame({
                "school": index.get_indexer(numbers[0::3]).astype(np.int32),
                "back": np.full(len(numbers) // 3, year - of, dtype=np.int16),
                "procedure": np.full(len(numbers) // 3, _CODES[procedure], dtype=np.int16),
                "participants": numbers[1::3].astype(np.int16),
                "below": numbers[2::3].astype(np.int16),
            })
        )  # fmt: skip
    if not parts:
        names = ("school", "back", "procedure", "participants", "below")
        return pd.DataFrame({name: np.empty(0, dtype=np.int32) for name in names})
    return pd.concat(parts, ignore_index=True)


def _outcomes(frame: pd.DataFrame, due: _Flags, apart: _Flags, profile: ThresholdProfile) -> npt.NDArray[np.int8]:
    """Positions in `_ORDER` for the schools of `due`; `back` 0 is the year itself, 1 the one before."""
    in_span = frame[(frame["back"] >= 0) & (frame["back"] < profile.years) & (frame["school"] >= 0)]
    usable = in_span[in_span["participants"] >= (profile.minimum or 1)]
    grade = usable["below"].astype(np.int32) * 1_000 >= usable["participants"].astype(np.int32) * profile.share
    # tables of schools by years by procedures: far quicker than grouping a million rows
    shape = (len(due), profile.years, len(_CODES))
    known, low = _marked(in_span, shape, apart), _marked(usable[grade], shape, apart)
    counted = _marked(usable, shape, apart)[:, 0].any(axis=-1)
    may_be_low = low | (due[:, np.newaxis, :] & ~known)
    first = _answers(
        low[:, 0].sum(axis=1) >= profile.procedures, may_be_low[:, 0].sum(axis=1) >= profile.procedures
    )  # fmt: skip
    second = _answers(_again(low), _again(may_be_low))
    if profile.combine is Combine.INFO:
        told = np.full(len(due), _ORDER.index(Outcome.TOLD))
    else:
        both = np.minimum(first, second) if profile.combine is Combine.AND else np.maximum(first, second)
        told = np.select(
            [both == _SURE, both == _NO],
            [_ORDER.index(Outcome.REACHED), _ORDER.index(Outcome.NOT_REACHED)],
            _ORDER.index(Outcome.NO_DATA),
        )
    return np.where(counted, told, _ORDER.index(Outcome.NO_DATA)).astype(np.int8)


def _marked(rows: pd.DataFrame, shape: tuple[int, int, int], apart: _Flags) -> _Flags:
    """True where there is such a row of a year in which the school was what it is."""
    table = np.zeros(shape, dtype=bool)
    table[rows["school"], rows["back"], rows["procedure"]] = True
    table[apart] = False
    return table


def _again(low: _Flags) -> _Flags:
    """Schools with a procedure that is low in all years."""
    every: _Flags = np.logical_and.reduce(low, axis=1)
    some: _Flags = np.logical_or.reduce(every, axis=1)
    return some


def _answers(holds: _Flags, could_hold: _Flags) -> npt.NDArray[np.int8]:
    return np.where(holds, _SURE, np.where(could_hold, _OPEN, _NO)).astype(np.int8)
