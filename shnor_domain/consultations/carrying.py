"""Whether a visitor's places still carry what she has booked and wished for, as they end one by one."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from shnor_domain.consultations.model import Request, Slot
from shnor_domain.consultations.rules import invited, meant_for
from shnor_domain.identity import SCHOOL_ROLES, Place, Role, SchoolId


def uninvited(
    slot: Slot, starts: datetime, places: Mapping[Place, str], project_schools: frozenset[int], now: datetime
) -> bool:
    """True when a place that had invited to the meeting at `starts` is over, and none invites any longer that is in
    force today or on the day of the meeting.

    `places` are all that the visitor ever had, each with the zone of its calendar. A place whose last day lies before
    the meeting keeps the seat until it is over. A list of schools that has changed takes no seat.
    """
    meant = [place for place in places if meant_for(slot, place)]
    held = [place for place in meant if _holds(place, places[place], now) or _holds(place, places[place], starts)]
    if any(invited(slot, place, project_schools) for place in held):
        return False
    over = [place for place in meant if _over(place, places[place], now)]
    return any(invited(slot, place, project_schools) for place in over) or (bool(over) and not held)


def leads_no_more(school: SchoolId | None, starts: datetime, places: Mapping[Place, str], now: datetime) -> bool:
    """True when she led the school for which she keeps seats, and will lead it neither today nor on the day of the
    meeting at `starts`; `places` as in `uninvited`."""
    there = [place for place in places if place.role is Role.SCHOOL_LEAD and place.territory.school == school]
    held = any(_holds(place, places[place], now) or _holds(place, places[place], starts) for place in there)
    return not held and any(_over(place, places[place], now) for place in there)


def outlived(wish: Request, places: Mapping[Place, str], now: datetime) -> bool:
    """True when a wish was for a school in which no place of hers goes on; `places` as in `uninvited`."""
    there = [place for place in places if place.role in SCHOOL_ROLES and place.territory.covers(wish.territory)]
    return bool(there) and all(_over(place, places[place], now) for place in there)


def _holds(place: Place, zone: str, instant: datetime) -> bool:
    return place.holds_on(instant.astimezone(ZoneInfo(zone)).date())


def _over(place: Place, zone: str, now: datetime) -> bool:
    return place.ends is not None and place.ends < now.astimezone(ZoneInfo(zone)).date()
