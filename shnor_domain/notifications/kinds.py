"""The kinds of notices of one installation: features bring them, the container collects them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from shnor_domain.messaging import Message
from shnor_domain.notifications.model import KindPolicy, Line, NoticeId, Reader
from shnor_domain.notifications.ports import LookTogether, MayGo, Render, RenderDigest, RenderLine, StillTrue


@dataclass(frozen=True, slots=True)
class Kind:
    """A policy with its feature's check and its view; `together` is both of them for many rows, of a kind that goes to
    many."""

    policy: KindPolicy
    still_true: MayGo
    render: Render
    together: LookTogether | None = None


@dataclass(frozen=True, slots=True)
class DigestKind:
    """A kind whose notices are rows of the reader's next digest: `line` gives its row instead of a message."""

    policy: KindPolicy
    still_true: StillTrue
    line: RenderLine


class UnknownKind(LookupError):
    """Rows wait whose kind nobody brings: the bot does not start, or they would lie for ever."""


class Kinds:
    """Look-up by name; two of one name are refused with ValueError, and rows of digests without `digest`, the view that
    joins them.
    """

    def __init__(self, kinds: Iterable[Kind | DigestKind], digest: RenderDigest | None = None) -> None:
        self._kinds: dict[str, Kind | DigestKind] = {}
        self._digest = digest
        for kind in kinds:
            if kind.policy.kind in self._kinds:
                raise ValueError(f"two kinds of notices are called {kind.policy.kind!r}")
            if kind.policy.digest is not isinstance(kind, DigestKind):
                raise ValueError(f"the policy of {kind.policy.kind!r} is of another sort")
            self._kinds[kind.policy.kind] = kind
        self.of_digest = frozenset(name for name, kind in self._kinds.items() if isinstance(kind, DigestKind))
        if self.of_digest and digest is None:
            raise ValueError("rows of digests without a view of the digest")

    async def compose(self, first: NoticeId, lines: Sequence[Line], reader: Reader) -> Message:
        """The digest of these rows; `first` is one of its rows, by which its buttons name it."""
        if self._digest is None:
            raise LookupError("no view of the digest")
        return await self._digest(first, lines, reader)

    def __getitem__(self, name: str) -> Kind | DigestKind:
        if name not in self._kinds:
            raise UnknownKind(name)
        return self._kinds[name]

    @property
    def names(self) -> frozenset[str]:
        """All names."""
        return frozenset(self._kinds)
