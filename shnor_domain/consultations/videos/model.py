"""A video: a recorded consultation that anybody of its territory may watch, or read where the connection is bad."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import NewType

from shnor_domain.identity import PersonId, SubjectId, Territory

VideoId = NewType("VideoId", int)


class Exam(Enum):
    """For which exam it prepares."""

    EGE = "ege"
    OGE = "oge"
    VPR = "vpr"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Shown:
    """What its host fills in: `minutes` of length and `megabytes` of size where known, `summary` is what can be read
    without the video."""

    subject: SubjectId
    title: str
    link: str
    exam: Exam = Exam.NONE
    topic: str | None = None
    minutes: int | None = None
    megabytes: int | None = None
    summary: str | None = None


@dataclass(frozen=True, slots=True)
class Video:
    """`where` is the region or municipality whose people see it; `author` is None once she has left."""

    id: VideoId
    where: Territory
    author: PersonId | None
    shown: Shown
    changed: datetime
