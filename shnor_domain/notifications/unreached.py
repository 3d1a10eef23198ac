"""«Некому доставить»: whom nothing reaches, as facts, and where they are read (rule 7)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from shnor_domain.identity import PersonId, Territory
from shnor_domain.territories.model import SchoolYear


@dataclass(frozen=True, slots=True)
class Unreached:
    """A person; with `person` None somebody who is missing: the lead of a school that is on the list of the year or has
    open items of a plan, the coordinator of a municipality that has some, people for a `body` of the region's own.

    - `where`: her school, else where her first place lies.
    - `reason`: why nothing reaches her, as in `messaging.Unreachable`; None when only single messages did not.
    - `waiting`: messages that are due and wait for her; `failed` and `unknown`: those of late that were refused, and
      those of which nobody can tell.
    - `items`: open items of a municipality or body for which nobody answers.
    """

    where: Territory
    person: PersonId | None = None
    reason: str | None = None
    waiting: int = 0
    failed: int = 0
    unknown: int = 0
    body: str = ""
    items: int = 0


class UnreachedBook(Protocol):
    """Read from people, their chats and their notices. `within` are territories, `today` a day of the reader's."""

    async def people(
        self, within: Sequence[Territory], today: date, since: datetime, now: datetime
    ) -> Sequence[Unreached]:
        """People with a place in force there whom nothing reaches, or to whom something due after `since` did not go;
        each once.
        """
        ...

    async def schools(self, within: Sequence[Territory], today: date, year: SchoolYear) -> Sequence[Unreached]:
        """Open schools on a list of supported schools of `year`, or with an open item of a plan, without a verified
        lead in force."""
        ...

    async def ownerless(self, within: Sequence[Territory], today: date) -> Sequence[Unreached]:
        """Municipalities and bodies with open items for which nobody answers."""
        ...

    async def count(self, within: Sequence[Territory], today: date, since: datetime, year: SchoolYear) -> int:
        """How many `people` and `schools` there are, and `ownerless`."""
        ...
