"""Names of what is told of a version page by page: they are stored, at most twenty letters."""

from shnor_domain.seminars.programme.model import VersionId

ASKED, PROGRAMME = "asked", "programme"


def of_version(version: VersionId) -> tuple[str, str]:
    """To schools that asked for its events, and to all others."""
    return f"{ASKED}:{version}", f"{PROGRAMME}:{version}"


def version_in(kind: str) -> VersionId:
    """Of which version such a name tells."""
    return VersionId(int(kind.partition(":")[2]))


def is_asked(kind: str) -> bool:
    """True for what goes to the schools that asked."""
    return kind.partition(":")[0] == ASKED
