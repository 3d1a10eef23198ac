"""Hosts within their subject and territory, and coordinators, add videos, change and remove them."""

from dataclasses import dataclass, replace
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.consultations.use_cases.choices import Area
from shnor_domain.consultations.use_cases.offers import Subject
from shnor_domain.consultations.videos.model import Shown, Video, VideoId
from shnor_domain.consultations.videos.ports import VideoWork
from shnor_domain.consultations.videos.rules import areas, checked, keeps
from shnor_domain.consultations.videos.use_cases.looking import seen_video
from shnor_domain.errors import NotAllowed
from shnor_domain.identity import Actor, Territory
from shnor_domain.people.model.audit import AuditEntry
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class Keeping:
    """Subjects and territories in which the actor may keep videos; not each pair of them need be allowed."""

    subjects: tuple[Subject, ...]
    areas: tuple[Area, ...]


@dataclass(frozen=True, slots=True)
class VideoChoices:
    """Who hosts or coordinates somewhere; others are refused with `NotAllowed`."""

    read: Opens[VideoWork]

    async def __call__(self, actor: Actor) -> Keeping:
        """Both in the order of their lists."""
        found = areas(actor)
        if actor.person is None or not found:
            raise NotAllowed
        async with self.read() as work:
            names = await work.directory.subjects()
            named = [
                Area(where, name) for each in found for where, name in await work.directory.areas(each) if where == each
            ]
        subjects = [code for code in names if any(keeps(actor, where, code) for where in found)]
        return Keeping(tuple(Subject(code, names[code]) for code in subjects), tuple(named))


@dataclass(frozen=True, slots=True)
class AddVideo:
    """Refused: `NotAllowed` beyond the actor's subjects and territory, `Invalid` by field."""

    write: Opens[VideoWork]
    clock: Clock

    async def __call__(self, actor: Actor, where: Territory, shown: Shown) -> VideoId:
        """Everybody registered in `where` (a region or a municipality) sees it. Fed again it gives the same one."""
        if actor.person is None or where.region is None or where.school is not None:
            raise NotAllowed
        if not keeps(actor, where, shown.subject):
            raise NotAllowed
        now, operation = self.clock.now(), "video-add"
        async with self.write() as work:
            if (done := await work.applied.result(operation)) is not None:
                return VideoId(int(done))
            new = Video(VideoId(0), where, actor.person, await _checked(work, shown), now)
            made = replace(new, id=await work.videos.add(new))
            await _note(work, actor, made, "video-add", now)
            await work.applied.save(operation, str(made.id))
            return made.id


@dataclass(frozen=True, slots=True)
class ChangeVideo:
    """Refused: `NotFound`, `NotAllowed` to who sees it and does not keep it, `Invalid` by field."""

    write: Opens[VideoWork]
    clock: Clock

    async def __call__(self, actor: Actor, video_id: VideoId, shown: Shown) -> None:
        """The subject may change to another that she keeps."""
        now, operation = self.clock.now(), f"video-change:{video_id}"
        async with self.write() as work:
            video = await seen_video(work, actor, video_id)
            for subject in (video.shown.subject, shown.subject):
                if not keeps(actor, video.where, subject):
                    raise NotAllowed
            if await work.applied.result(operation) is not None:
                return
            changed = replace(video, shown=await _checked(work, shown), changed=now)
            await work.videos.change(changed)
            await _note(work, actor, changed, "video-change", now)
            await work.applied.save(operation, "changed")


@dataclass(frozen=True, slots=True)
class RemoveVideo:
    """Refused: `NotFound`, `NotAllowed` to who does not keep it."""

    write: Opens[VideoWork]
    clock: Clock

    async def __call__(self, actor: Actor, video_id: VideoId) -> None:
        """It is gone from every list."""
        operation = f"video-remove:{video_id}"
        async with self.write() as work:
            if await work.applied.result(operation) is not None:
                return
            video = await seen_video(work, actor, video_id)
            if not keeps(actor, video.where, video.shown.subject):
                raise NotAllowed
            await work.videos.remove(video_id)
            await _note(work, actor, video, "video-remove", self.clock.now())
            await work.applied.save(operation, "removed")


async def _checked(work: VideoWork, shown: Shown) -> Shown:
    return checked(shown, (await work.directory.subjects()).keys())


async def _note(work: VideoWork, actor: Actor, video: Video, action: str, now: datetime) -> None:
    """What is done to another's video; one's own changes are no business of the log."""
    if video.author != actor.person:
        await work.audit.add(AuditEntry(now, actor.person, action, f"video:{video.id}", video.author, {}))
