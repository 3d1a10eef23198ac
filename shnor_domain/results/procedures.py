"""The nine procedures of order 847 whose results are kept (R050–R058): data with their source, never an enum."""

from dataclasses import dataclass
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import NewType

from shnor_domain.identity import SubjectId
from shnor_domain.results.words import codes_of, plain, shipped_rows

ProcedureCode = NewType("ProcedureCode", str)
"""Code of a procedure: «vpr-math-5», «ege-rus»; at most 20 characters."""


class Kind(Enum):
    """Of the whole country's procedures: ВПР, ОГЭ, ЕГЭ."""

    VPR = "vpr"
    OGE = "oge"
    EGE = "ege"


@dataclass(frozen=True, slots=True)
class Procedure:
    """`level` tells the two of mathematics at ЕГЭ apart («base», «profile»), empty for all others; `grade` is the class
    that takes part."""

    code: ProcedureCode
    kind: Kind
    subject: SubjectId
    grade: int
    level: str
    source: str

    @property
    def of_upper_school(self) -> bool:
        """True for what a school «без ЕГЭ» does not have (R060)."""
        return self.kind is Kind.EGE


@cache
def procedures() -> tuple[Procedure, ...]:
    """All nine, in the order of the order."""
    return tuple(
        Procedure(
            ProcedureCode(row["code"]),
            Kind(row["kind"]),
            SubjectId(row["subject"]),
            int(row["grade"]),
            row["level"],
            row["source"],
        )
        for row in shipped_rows("procedures.csv")
    )


@cache
def by_code() -> MappingProxyType[str, Procedure]:
    """The same by code."""
    return MappingProxyType({procedure.code: procedure for procedure in procedures()})


def applicable(without_ege: bool) -> tuple[Procedure, ...]:
    """Those that a school has: six where there is no ЕГЭ, else nine."""
    return tuple(procedure for procedure in procedures() if not (without_ege and procedure.of_upper_school))


def procedure_in(text: str) -> Procedure | None:
    """«ВПР, математика, 5 класс», «ЕГЭ мат. база», «vpr-math-5»; None for what names none of them, or more."""
    if text.strip() in by_code():
        return by_code()[text.strip()]
    tokens = set()
    for word in plain(text).split():
        meaning = word if word.isdecimal() else codes_of("token").get(word)
        if meaning is not None:
            tokens.add(meaning)
        elif word not in codes_of("idle"):
            return None
    found = [procedure for procedure in procedures() if _needed(procedure) <= tokens <= _allowed(procedure)]
    return found[0] if len(found) == 1 else None


def _needed(procedure: Procedure) -> set[str]:
    named = {procedure.kind.value, str(procedure.subject)}
    if procedure.kind is Kind.VPR:
        named.add(str(procedure.grade))
    return named | ({procedure.level} if procedure.level else set())


def _allowed(procedure: Procedure) -> set[str]:
    return _needed(procedure) | {str(procedure.grade)}
