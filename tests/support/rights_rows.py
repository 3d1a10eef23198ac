"""What a row of the table of rights is, and what several parts of it name."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from shnor_domain.errors import DomainError
from tests.support.strangers import Nest

Arguments = Callable[[Nest], tuple[Any, ...]]


def nothing(nest: Nest) -> tuple[Any, ...]:
    """No arguments beside the actor."""
    return ()


@dataclass(frozen=True, slots=True)
class Guarded:
    """`may` names the one of the place for whom this very call works; `call` gives the arguments after the actor.

    `quiet`: a stranger is not refused, she gets what is hers or nothing. `also` are strangers who may, by design.
    `unless` is what stops who may, for a reason that lies in the nest and not in a right.
    """

    may: str
    call: Arguments = nothing
    quiet: bool = False
    also: frozenset[str] = frozenset()
    unless: type[DomainError] | None = None


COLLEAGUE = frozenset({"teacher of the same school"})

OTHER_REGION = frozenset({"coordinator of another region"})
