"""What bringing a plan in refuses."""

from shnor_domain.errors import DomainError


class PlanNotReady(DomainError):
    """Something has to be said before the plan can be written; `what` is the value of the first `Missing`."""

    code = "plan-not-ready"


class PlanChanged(DomainError):
    """Between what was shown and its confirmation something changed that it depends on: what a plan would become, or
    which days a shift would move. Read again first."""

    code = "plan-changed"
