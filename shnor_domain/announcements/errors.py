"""What announcements refuse."""

from datetime import datetime

from shnor_domain.errors import DomainError


class BadAnnouncement(DomainError):
    """The content cannot be sent.

    `reason`: «empty», «long» (`most` letters are allowed), «tag» (formatting that no messenger shares, or that is not
    closed), «link» (not https), «label» (of a button: `most`), «refused» (by the messenger, whatever it is), «file»
    (gone, or no picture where one is meant), «later» (the messenger takes nothing at this moment).
    """

    code = "bad-announcement"

    def __init__(self, reason: str, most: int = 0) -> None:
        super().__init__(reason=reason, most=most)
        self.reason = reason


class NobodyToTell(DomainError):
    """Nobody is in this audience."""

    code = "nobody-to-tell"


class Duplicate(DomainError):
    """The same words to the same audience went within the hour; `at` is when. It goes when it is confirmed `again`."""

    code = "duplicate-announcement"

    def __init__(self, at: datetime) -> None:
        super().__init__(at=at)
        self.at = at


class OnLeave(DomainError):
    """Who is on leave sends at once or not at all: what is put off stops with a leave."""

    code = "announcer-on-leave"
