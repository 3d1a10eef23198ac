"""The curator's protocol on the risk profile (R106)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NewType

from shnor_domain.errors import Invalid
from shnor_domain.identity import PersonId, Territory
from shnor_domain.letters import visible_letters
from shnor_domain.risk.factors import FactorCode

ProtocolId = NewType("ProtocolId", int)
MOST_TEXT = 2_000
EARLIEST_DAY = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Protocol:
    """What curator and school agreed on `day` about `factors`; `text` has at most 2,000 characters."""

    id: ProtocolId
    where: Territory
    day: date
    factors: tuple[FactorCode, ...]
    text: str
    author: PersonId | None
    at: datetime


def checked_protocol(
    day: date, factors: Collection[FactorCode], text: str, today: date, known: Collection[FactorCode]
) -> tuple[tuple[FactorCode, ...], str]:
    """Factors in the order of `known`, and the text. Raises `Invalid("day" | "factor" | "text", …)`."""
    if day > today:
        raise Invalid("day", "future")
    if today - day > EARLIEST_DAY:
        raise Invalid("day", "year")
    chosen = tuple(code for code in known if code in set(factors))
    if not chosen or len(chosen) < len(set(factors)):
        raise Invalid("factor", "unknown")
    said = visible_letters(text).strip()
    if not said:
        raise Invalid("text", "empty")
    if len(said) > MOST_TEXT:
        raise Invalid("text", "long", limit=MOST_TEXT)
    return chosen, said
