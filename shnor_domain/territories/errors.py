"""What territories refuse."""

from shnor_domain.errors import DomainError


class CodeTaken(DomainError):
    """Another school already has this official number."""

    code = "school-code-taken"


class SpellingTaken(DomainError):
    """The spelling already means another municipality or school: it would make both unfindable."""

    code = "spelling-taken"


class ReportChanged(DomainError):
    """Between the report and its confirmation somebody changed what it was compared with: read the new report first."""

    code = "import-report-changed"


class CalledOffAlready(DomainError):
    """The schools of the municipality are closed that day already, by an act of another coordinator."""

    code = "called-off-already"
