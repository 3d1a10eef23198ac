"""The full text of the consent, which the institute's lawyer replaces by a file (setting CONSENT_FILE)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ConsentFile:
    """The file as it is sent; without a `body` the bot sends its own text."""

    name: str = ""
    body: bytes = b""
