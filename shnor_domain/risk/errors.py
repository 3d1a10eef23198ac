"""What is refused about risk profiles."""

from shnor_domain.errors import DomainError, NotAllowed


class ProfileByLead(NotAllowed):
    """A teacher asks for a profile: the lead of the school opens it (screens.md S8)."""

    code = "profile-by-lead"


class OwnRiskWork(DomainError):
    """Nobody confirms or returns what she has decided or sent herself (rule 8)."""

    code = "own-risk-work"


class NotVerified(DomainError):
    """A factor is activated once the school has confirmed it, wholly or partly, and the curator the decision (R102)."""

    code = "factor-not-verified"


class NotActivated(DomainError):
    """A programme is written, and a factor overcome, only of one that is activated (R103)."""

    code = "factor-not-activated"


class ProgrammeIncomplete(DomainError):
    """Parts are missing that an anti-risk programme has (R103): `missing` of `parts`, as counts."""

    code = "programme-incomplete"


class FactorNameTaken(DomainError):
    """Another factor of the region is called so already."""

    code = "factor-name-taken"
