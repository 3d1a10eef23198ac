"""Base of everything that the domain refuses.

An error is a fact with a code and data, never words: `handlers/texts/<language>/errors.ftl` holds the words under
`error-<code>`, and a test proves that every code has them.
"""

from typing import ClassVar


class DomainError(Exception):
    """A refusal that a person may cause and can do something about.

    Subclasses set `code` (kebab-case) and pass the facts that the words need as keyword arguments; the facts never
    hold names or typed text.
    """

    code: ClassVar[str]

    def __init__(self, **facts: object) -> None:
        super().__init__(self.code)
        self.facts = facts


class NotAllowed(DomainError):
    """The actor holds no place that gives this right here (rule 1): the answer is polite and tells nothing."""

    code = "not-allowed"


class NotFound(DomainError):
    """The thing is gone, or not the actor's to see: both look alike from outside (rule 1)."""

    code = "not-found"


class Stale(DomainError):
    """The button or form belongs to a state that has passed: what it would do was done or undone by somebody else."""

    code = "stale"


class Invalid(DomainError):
    """A field a person filled in cannot be used; `field` and `reason` are keys of words, not words."""

    code = "invalid"

    def __init__(self, field: str, reason: str, **facts: object) -> None:
        super().__init__(field=field, reason=reason, **facts)
        self.field = field
        self.reason = reason
