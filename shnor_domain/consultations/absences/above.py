"""When a meeting that nobody has agreed to lead is brought before who stands above: never in her night (rule 6)."""

from collections.abc import Collection
from datetime import datetime, timedelta
from enum import Enum

from shnor_domain.notifications.model import Reader
from shnor_domain.notifications.rules import EARLIEST, EVENING, evening_before, is_quiet, night_end

ASK_ABOVE = timedelta(hours=3)
"""So long before the start the coordinator is asked, where nobody has agreed."""
PATIENCE = timedelta(minutes=30)
"""So long who was asked later than that has for his answer, at most half of the time that is left to him, before the
coordinator is asked too."""
AHEAD = ASK_ABOVE + EARLIEST
"""So long before a start the evening may be on which it has to be asked."""


class Turn(Enum):
    """Whose turn it is: nobody's yet; of the level above; of the absent host, where that level wakes too late."""

    NOBODY = "nobody"
    ABOVE = "above"
    HOST = "host"


def turn(
    starts: datetime, level: Collection[Reader], now: datetime, *, asked: datetime | None, thinks: Reader | None
) -> Turn:
    """The `level`, at least one person, is asked three hours before the start, or in the last minutes before its night
    where that lies in it (as N2); what came up later, as soon as one of them is awake. `asked` is when he was asked who
    `thinks`, None when he has refused.
    """
    on_time = max(evening_before(starts - ASK_ABOVE, each.quiet, each.zone) for each in level)
    if now < on_time:
        return Turn.NOBODY
    asleep = _all_sleep(level, now)
    if asleep and min(night_end(now, each.quiet, each.zone) for each in level) < starts:
        return Turn.NOBODY
    if asked is not None and asked > on_time:
        until = _has_thought(starts, asked, thinks)
        # by the next look they may sleep
        if now < until and (asleep or not _all_sleep(level, until + EVENING)):
            return Turn.NOBODY
    return Turn.HOST if asleep else Turn.ABOVE


def _has_thought(starts: datetime, asked: datetime, thinks: Reader | None) -> datetime:
    """He reads the ask in his morning, not in his night; who cannot before the start has nothing to think about."""
    heard = asked
    if thinks is not None and is_quiet(asked, thinks.quiet, thinks.zone):
        heard = night_end(asked, thinks.quiet, thinks.zone)
    return asked if heard >= starts else heard + min(PATIENCE, (starts - heard) / 2)


def _all_sleep(people: Collection[Reader], instant: datetime) -> bool:
    return all(is_quiet(instant, each.quiet, each.zone) for each in people)
