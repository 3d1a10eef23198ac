"""What people are told of the programme, read anew as it goes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from handlers.seminars.programme.callbacks import OpenEvent, OpenProgrammeOf, OpenVersion
from handlers.seminars.requests.views import SCHOOL, short
from handlers.seminars.views import half_words
from handlers.shell.fitting import fit
from handlers.texts import Texts
from handlers.texts import times as words
from shnor_domain.clock import Clock
from shnor_domain.errors import NotFound
from shnor_domain.messaging import Button, Message
from shnor_domain.notifications.kinds import DigestKind, Kind
from shnor_domain.notifications.model import Face, Line, Part, Reader, StoredNotice
from shnor_domain.notifications.ports import Render
from shnor_domain.seminars.cycle.model import Cycle
from shnor_domain.seminars.events.model import Event
from shnor_domain.seminars.events.telling import event_of
from shnor_domain.seminars.events.work import EventWork
from shnor_domain.seminars.programme import notices as told
from shnor_domain.seminars.programme.model import Version
from shnor_domain.seminars.programme.telling import checks, handed, news_of, version_of, wish_of
from shnor_domain.seminars.requests.changing import cycle_of
from shnor_domain.seminars.requests.telling import support_of
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class SeminarProgrammeNotices:
    """Views of one installation."""

    texts: Texts
    read: Opens[EventWork]
    clock: Clock

    def kinds(self) -> tuple[Kind | DigestKind, ...]:
        """Every policy with its check and its view."""
        still = checks(self.read)
        views: Mapping[str, Render] = {
            told.RETURNED: self.decided,
            told.APPROVED: self.decided,
            told.YOU_LEAD: self.you_lead,
            told.LEADS_NO_MORE: self.led_no_more,
            told.ASKED_FOR: self.asked_for,
            told.WISHED: self.wished,
            told.PROGRAMME: self.programme,
        }
        return tuple(
            DigestKind(policy, still[policy.kind], self.waits)
            if policy.digest
            else Kind(policy, still[policy.kind], views[policy.kind])
            for policy in told.POLICIES
        )

    async def waits(self, row: StoredNotice, reader: Reader) -> Line:
        """To who decides, among what waits."""
        async with self.read() as work:
            version, cycle = await self._version(work, row)
            count = len(await work.seminar_programmes.lines(version.id))
        half = half_words(self.texts, cycle.half)
        button = Button(self.texts.button("btn-digest-sver", half=half), OpenVersion(version=version.id).pack())
        text = self.texts("digest-sver-waits", half=half, count=count)
        return Line(Part.WAITING, text, button, (version.made, version.id), about=f"{told.WAITS}:{version.id}")

    async def decided(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To who has submitted it: approved, or why it was returned."""
        async with self.read() as work:
            version, cycle = await self._version(work, row)
        half = half_words(self.texts, cycle.half)
        if row.notice.kind == told.APPROVED:
            text = self.texts("notice-sver-approved", half=half)
        else:
            reason = version.reason or self.texts.plain("sver-reason-gone")
            text = self.texts("notice-sver-returned", half=half, reason=reason)
        if face is Face.PAST:
            return Message(text)
        data = OpenVersion(version=version.id).pack()
        return Message(text, ((Button(self.texts.button("btn-notice-sver"), data),),))

    async def you_lead(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To who leads an event: her hours are taken."""
        async with self.read() as work:
            event = await work.seminar_events.get(event_of(row.notice))
            if event is None:
                raise NotFound
        key = "notice-sprog-you-lead" if handed(row.notice) is None else "notice-sprog-you-lead-now"
        return self._of_event(key, event, reader, face, {}, handed(row.notice))

    async def led_no_more(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To who has led an event: her hours are free; what she reads of it is not hers any more."""
        async with self.read() as work:
            event = await work.seminar_events.get(event_of(row.notice))
            if event is None:
                raise NotFound
        at = words.date_and_clock(self.texts, handed(row.notice) or event.since, reader.zone)
        return Message(self.texts("notice-sprog-led-no-more", title=short(event.terms.title), at=at))

    async def asked_for(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To a school: what it had asked for has a day; who comes is to be signed up."""
        async with self.read() as work:
            support = await work.request_supports.get(support_of(row.notice))
            event = await work.seminar_events.get(event_of(row.notice))
            request = None if support is None else await work.seminar_requests.get(support.request)
            if support is None or event is None or request is None:
                raise NotFound
            school = (await work.seminar_directory.schools([support.school]))[support.school]
        facts = {"topic": short(request.wanted.topic), "school": fit(school.name, SCHOOL)}
        return self._of_event("notice-sprog-asked-for", event, reader, face, facts)

    async def wished(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To a teacher: what she had wished for has a day."""
        async with self.read() as work:
            wish = await work.seminar_wishes.get(wish_of(row.notice))
            event = await work.seminar_events.get(event_of(row.notice))
            if wish is None or event is None:
                raise NotFound
        return self._of_event("notice-sprog-wished", event, reader, face, {"topic": short(wish.topic or "")})

    async def programme(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To all others of the region: how many events it has for her, and how many have changed."""
        async with self.read() as work:
            version, cycle = await self._version(work, row)
            news = await news_of(work, reader.person, version, self.clock.now())
        text = self.texts(
            "notice-sprog-out",
            half=half_words(self.texts, cycle.half),
            count=news.events,
            first=news.changed is None,
            number=str(version.number),
            changed=news.changed or 0,
        )
        data = OpenProgrammeOf(cycle=cycle.id).pack()
        return Message(text, ((Button(self.texts.button("btn-notice-sprog"), data),),))

    def _of_event(
        self, key: str, event: Event, reader: Reader, face: Face, facts: dict[str, str], of: datetime | None = None
    ) -> Message:
        first = of or (event.open_lessons[0].starts if event.open_lessons else event.since)
        at = words.moment(self.texts, first, words.Reader(reader.zone), words.Host(event.zone), now=self.clock.now())
        text = self.texts(key, title=short(event.terms.title), at=at, past=face is Face.PAST, **facts)
        if face is Face.PAST:
            return Message(text)
        data = OpenEvent(event=event.id).pack()
        return Message(text, ((Button(self.texts.button("btn-notice-sev"), data),),))

    async def _version(self, work: EventWork, row: StoredNotice) -> tuple[Version, Cycle]:
        version = await work.seminar_programmes.get(version_of(row.notice))
        if version is None:
            raise NotFound
        return version, (await cycle_of(work, version.cycle, self.clock.now()))[0]
