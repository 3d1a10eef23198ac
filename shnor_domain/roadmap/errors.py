"""What is refused about road maps."""

from shnor_domain.errors import DomainError, Stale


class BadEvidence(DomainError):
    """The file cannot be taken as evidence; `reason` as in `contents.type_of`."""

    code = "bad-evidence"

    def __init__(self, reason: str) -> None:
        super().__init__(reason=reason)
        self.reason = reason


class AlreadyReviewed(Stale):
    """Another of those who may decide was first, or a newer version was sent: `outcome` is the state that the version
    has now. Nobody is named.
    """

    code = "already-reviewed"


class OwnEvidence(DomainError):
    """Nobody confirms or returns what she has sent herself (rule 8)."""

    code = "own-evidence"
