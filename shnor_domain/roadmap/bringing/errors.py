"""What bringing a plan in refuses."""

from shnor_domain.errors import DomainError


class PlanNotReady(DomainError):
    """Something has to be said before the plan can be written; `what` is the value of the first `Missing`."""

    code = "plan-not-ready"


class PlanChanged(DomainError):
    """Between the report and its confirmation something changed that the plan depends on: read the new report first."""

    code = "plan-changed"
