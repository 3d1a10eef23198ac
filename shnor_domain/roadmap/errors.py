"""What is refused about road maps."""

from shnor_domain.errors import DomainError, Stale


class AlreadyReviewed(Stale):
    """Another of those who may decide was first, or a newer version was sent: `outcome` is the state that the version
    has now. Nobody is named.
    """

    code = "already-reviewed"


class OwnEvidence(DomainError):
    """Nobody confirms or returns what she has sent herself (rule 8)."""

    code = "own-evidence"
