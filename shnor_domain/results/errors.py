"""What is refused about results."""

from shnor_domain.errors import DomainError


class TooBusy(DomainError):
    """Others are being reckoned for: asked again in a minute it works."""

    code = "results-busy"


class BadNumbers(DomainError):
    """Numbers that were typed cannot be results or parts of a threshold.

    `reason`: «not-numbers», «too-many» (more than two), «too-large» (more than 5000), «nobody» (none took part: that is
    «нет процедуры»), «below» (more stayed below than took part), «percent», «count» (1 to `most`). `participants`,
    `below` and `most` are 0 where they say nothing.
    """

    code = "bad-result-numbers"

    def __init__(self, reason: str, *, participants: int = 0, below: int = 0, most: int = 0) -> None:
        super().__init__(reason=reason, participants=participants, below=below, most=most)
        self.reason = reason
