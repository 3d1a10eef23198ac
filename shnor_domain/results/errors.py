"""What is refused about results."""

from shnor_domain.errors import DomainError


class TooBusy(DomainError):
    """Others are being reckoned for: asked again in a minute it works."""

    code = "results-busy"
