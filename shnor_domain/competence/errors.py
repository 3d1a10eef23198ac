"""What this feature refuses in words of its own."""

from shnor_domain.errors import DomainError


class BadCounts(DomainError):
    """Numbers that were typed cannot be counts.

    `reason`: «not-numbers» (something else than whole numbers), «too-many» (more than four), «too-large», «nothing»
    (four zeros: a subject that nobody teaches has no row), «more-people» (more people than positions),
    «one-number» (several where one was asked).
    """

    code = "bad-counts"

    def __init__(self, reason: str) -> None:
        super().__init__(reason=reason)
        self.reason = reason
