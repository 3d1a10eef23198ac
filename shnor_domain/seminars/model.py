"""What a topic of the seminar is like, whoever names it: the institute in its catalogue, a school in its request."""

from enum import Enum
from typing import NewType

CatalogueId = NewType("CatalogueId", int)
CycleId = NewType("CycleId", int)
RequestId = NewType("RequestId", int)
WishId = NewType("WishId", int)

TOPIC_LETTERS = 300
"""The longest topic, typed or of the catalogue."""


class Kind(Enum):
    """What kind of event a topic becomes (R157, R175–R180)."""

    WEBINAR = "webinar"
    SEMINAR = "seminar"
    COURSE = "course"
    SETTING_UP = "setting_up"
    PRACTICE = "practice"


class Form(Enum):
    """How people meet; `EITHER` is a wish of who does not mind."""

    ONLINE = "online"
    ON_SITE = "on_site"
    EITHER = "either"


class Audience(Enum):
    """For whom it is."""

    TEACHERS = "teachers"
    TEAMS = "teams"
