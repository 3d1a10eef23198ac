"""The kinds of notices of one installation: features bring them, the container collects them."""

from collections.abc import Iterable
from dataclasses import dataclass

from shnor_domain.notifications.model import KindPolicy
from shnor_domain.notifications.ports import Render, StillTrue


@dataclass(frozen=True, slots=True)
class Kind:
    """A policy with its feature's check and its view."""

    policy: KindPolicy
    still_true: StillTrue
    render: Render


class UnknownKind(LookupError):
    """Rows wait whose kind nobody brings: the bot does not start, or they would lie for ever."""


class Kinds:
    """Look-up by name; two of one name are refused with ValueError."""

    def __init__(self, kinds: Iterable[Kind]) -> None:
        self._kinds: dict[str, Kind] = {}
        for kind in kinds:
            if kind.policy.kind in self._kinds:
                raise ValueError(f"two kinds of notices are called {kind.policy.kind!r}")
            self._kinds[kind.policy.kind] = kind

    def __getitem__(self, name: str) -> Kind:
        if name not in self._kinds:
            raise UnknownKind(name)
        return self._kinds[name]

    @property
    def names(self) -> frozenset[str]:
        """All names."""
        return frozenset(self._kinds)
