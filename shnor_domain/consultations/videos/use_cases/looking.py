"""Everybody who is registered looks for videos of her territory, and opens one."""

from dataclasses import dataclass

from shnor_domain.consultations.use_cases.offers import Subject
from shnor_domain.consultations.videos.model import Video, VideoId
from shnor_domain.consultations.videos.ports import VideoWork
from shnor_domain.consultations.videos.rules import areas, keeps, searched, sees
from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import Actor, Role, SubjectId, Territory
from shnor_domain.territories.paging import ROWS, Page
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class Shelf:
    """Subjects that have videos, with how many, in the order of the catalogue; `keeps` is True for who may add one."""

    subjects: tuple[tuple[Subject, int], ...]
    keeps: bool


@dataclass(frozen=True, slots=True)
class VideoSubjects:
    """Who holds a place that is open; others are refused with `NotAllowed`."""

    read: Opens[VideoWork]

    async def __call__(self, actor: Actor) -> Shelf:
        """Of the actor's territories alone."""
        seen = seen_of(actor)
        async with self.read() as work:
            counts, names = await work.videos.counts(seen), await work.directory.subjects()
        found = tuple((Subject(code, name), counts[code]) for code, name in names.items() if code in counts)
        return Shelf(found, bool(areas(actor)))


@dataclass(frozen=True, slots=True)
class FindVideos:
    """As `VideoSubjects`."""

    read: Opens[VideoWork]

    async def __call__(self, actor: Actor, subject: SubjectId, text: str, page: int) -> Page[Video]:
        """One page (from 0) of the subject's videos that have all words of `text`, by title; all of them for an empty
        one."""
        seen, words = seen_of(actor), searched(text)
        async with self.read() as work:
            found, total = await work.videos.page(seen, subject, words, max(0, page) * ROWS, ROWS)
            if not found and page > 0:
                last = max(0, (total - 1) // ROWS)
                found, total = await work.videos.page(seen, subject, words, last * ROWS, ROWS)
                page = last
        return Page(tuple(found), max(0, page), total)


@dataclass(frozen=True, slots=True)
class VideoCard:
    """A video with the name of its subject; `keeps` is True for who may change or remove it."""

    video: Video
    subject: str
    keeps: bool


@dataclass(frozen=True, slots=True)
class OneVideo:
    """Who sees its territory; for others it is `NotFound`."""

    read: Opens[VideoWork]

    async def __call__(self, actor: Actor, video_id: VideoId) -> VideoCard:
        """As it stands now."""
        async with self.read() as work:
            video = await seen_video(work, actor, video_id)
            names = await work.directory.subjects()
        subject = video.shown.subject
        return VideoCard(video, names.get(subject, subject), keeps(actor, video.where, subject))


def seen_of(actor: Actor) -> list[Territory]:
    """Territories of the actor's open places; raises `NotAllowed` without any."""
    found = [place.territory for place in actor.places if place.verified and place.role is not Role.ADMIN]
    if actor.person is None or not found:
        raise NotAllowed
    return found


async def seen_video(work: VideoWork, actor: Actor, video_id: VideoId) -> Video:
    """A video of the actor's territory; raises `NotFound`."""
    video = await work.videos.get(video_id)
    if video is None or actor.person is None or not sees(actor, video.where):
        raise NotFound
    return video
