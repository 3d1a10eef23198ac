"""What this part refuses, as facts (words: errors.ftl under `error-<code>`)."""

from shnor_domain.errors import DomainError, Stale


class ConsentNeeded(DomainError):
    """Nothing personal is stored before consent (rule 10): the shell shows the consent first."""

    code = "consent-needed"


class LinkDoesNotWork(DomainError):
    """Unknown, expired, used up, revoked or somebody else's: all alike, so that codes cannot be told apart by
    trying."""

    code = "link-does-not-work"


class AlreadyWaiting(DomainError):
    """The same application (person, role, territory) waits for a decision already; fact `application`."""

    code = "already-waiting"


class AlreadyYours(DomainError):
    """She holds this role there already."""

    code = "already-yours"


class AlreadyAppointed(DomainError):
    """This pair is in force already."""

    code = "already-appointed"


class AlreadyDecided(Stale):
    """Somebody decided first; facts: `state`, `by` (a person's id or None), `at` (an instant)."""

    code = "already-decided"


class NotAboutYourself(DomainError):
    """Nobody decides on herself, across roles (product.md «Who uses it»)."""

    code = "not-about-yourself"


class AlreadyRegistered(DomainError):
    """This chat belongs to a person with places of her own: it cannot take another one over."""

    code = "already-registered"
