"""What schools and who runs the seminar are told of requests, read anew as it goes."""

from dataclasses import dataclass

from handlers.seminars.requests.callbacks import AskBorder, CarryOver, OpenBoard, OpenRequest
from handlers.seminars.requests.views import SCHOOL, reason_word, schools_word, short
from handlers.shell.fitting import fit
from handlers.texts import Safe, Texts
from shnor_domain.errors import NotFound
from shnor_domain.messaging import Button, Message
from shnor_domain.notifications.kinds import DigestKind, Kind
from shnor_domain.notifications.model import Face, Line, Part, Reader, StoredNotice
from shnor_domain.seminars.model import RequestId
from shnor_domain.seminars.requests import notices as told
from shnor_domain.seminars.requests.demand import by_school
from shnor_domain.seminars.requests.model import RequestState, SeminarRequest, Support
from shnor_domain.seminars.requests.ports import RequestWork
from shnor_domain.seminars.requests.telling import Known, checks, new_ones, request_of, support_of
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class Told:
    """What a notice speaks of, as it stands when it goes."""

    support: Support
    request: SeminarRequest
    school: str
    schools: int


@dataclass(frozen=True, slots=True)
class SeminarRequestNotices:
    """Views of one installation."""

    texts: Texts
    read: Opens[RequestWork]

    def kinds(self) -> tuple[Kind | DigestKind, ...]:
        """Every policy with its check and its view."""
        still = checks(self.read)
        lines = {told.CAME: self.came, told.WITHDREW: self.withdrew, told.BORDER_WAITS: self.waits}
        return tuple(
            DigestKind(policy, still[policy.kind], lines[policy.kind])
            if policy.digest
            else Kind(policy, still[policy.kind], self.border if policy.kind == told.BORDER else self.changed)
            for policy in told.POLICIES
        )

    async def changed(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To a school: all that differs from what she knows of it, in one message."""
        about = await self._told(row)
        named = {"topic": short(about.request.wanted.topic), "school": about.school}
        if face is Face.PAST:
            return Message(self.texts("notice-sreq-past", **named))
        data = OpenRequest(request=about.request.id).pack()
        buttons = ((Button(self.texts.button("btn-notice-sreq"), data),),)
        if face is Face.CHANGED:
            return Message(self.texts("notice-sreq-split", **named), buttons)
        known = Known.of(row)
        lines = []
        if known.request != about.request.id:
            first = await self._topic(RequestId(known.request))
            lines.append(
                self.texts("notice-sreq-merged", first=first, schools=schools_word(self.texts, about.schools), **named)
            )
        if known.state != about.request.state.value:
            lines.append(self._state(about, named))
        if known.route != about.request.route.value and about.request.state is not RequestState.SET_ASIDE:
            lines.append(self.texts("notice-sreq-route", route=about.request.route.value, **named))
        return Message(Safe("\n".join(lines)), buttons)

    async def border(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """To a school: «Перенести?»; once it was answered, that it was."""
        about = await self._told(row)
        named = {"topic": short(about.request.wanted.topic), "school": about.school}
        if face is not Face.NEW:
            return Message(self.texts("notice-sreq-border-answered", **named))
        support = about.support.id
        carry = Button(self.texts.button("btn-sreq-carry"), CarryOver(support=support).pack())
        let_go = Button(self.texts.button("btn-sreq-let-go"), AskBorder(support=support).pack())
        # what stands in the programme is asked about where nothing of it was held
        unheld = about.request.state is RequestState.PLANNED
        return Message(self.texts("notice-sreq-border", unheld=unheld, **named), ((carry, let_go),))

    async def waits(self, row: StoredNotice, reader: Reader) -> Line:
        """The same as a row of the digest."""
        about = await self._told(row)
        topic = short(about.request.wanted.topic)
        text = self.texts("digest-sreq-border", topic=topic, school=about.school)
        label = self.texts.button("btn-digest-sreq-border", topic=topic)
        button = Button(label, AskBorder(support=about.support.id).pack())
        name = f"{told.BORDER_WAITS}:{about.support.id}"
        return Line(Part.WAITING, text, button, (about.support.id,), about=name)

    async def came(self, row: StoredNotice, reader: Reader) -> Line:
        """To who runs the seminar: one row, whose number is that of all since the first of these."""
        async with self.read() as work:
            request = await work.seminar_requests.get(request_of(row.notice))
            if request is None:
                raise NotFound
            count = await new_ones(work, request)
        button = Button(self.texts.button("btn-digest-sreq-came"), OpenBoard(cycle=request.cycle).pack())
        text = self.texts("digest-sreq-came", count=count)
        about = f"{told.CAME}:{request.cycle}"
        return Line(Part.WAITING, text, button, (int(request.cycle),), about=about, weight=count)

    async def withdrew(self, row: StoredNotice, reader: Reader) -> Line:
        """To who runs the seminar: how many schools ask still for what is in the programme."""
        async with self.read() as work:
            request = await work.seminar_requests.get(request_of(row.notice))
            if request is None:
                raise NotFound
            left = len(by_school(await work.request_supports.of_requests([request.id])))
        topic = short(request.wanted.topic)
        text = self.texts("digest-sreq-withdrew", topic=topic, left=left, schools=schools_word(self.texts, left))
        label = self.texts.button("btn-digest-sreq-withdrew", topic=topic)
        button = Button(label, OpenRequest(request=request.id).pack())
        return Line(Part.WAITING, text, button, (int(request.id),), about=f"{told.WITHDREW}:{request.id}")

    def _state(self, about: Told, named: dict[str, str]) -> Safe:
        if about.request.state is RequestState.SET_ASIDE:
            return self.texts("notice-sreq-set-aside", reason=reason_word(self.texts, about.request), **named)
        planned = about.request.state is RequestState.PLANNED
        return self.texts("notice-sreq-planned" if planned else "notice-sreq-reopened", **named)

    async def _told(self, row: StoredNotice) -> Told:
        async with self.read() as work:
            support = await work.request_supports.get(support_of(row.notice))
            request = None if support is None else await work.seminar_requests.get(support.request)
            if support is None or request is None:
                raise NotFound
            behind = by_school(await work.request_supports.of_requests([request.id]))
            school = (await work.seminar_directory.schools([support.school]))[support.school]
        return Told(support, request, fit(school.name, SCHOOL), len(behind))

    async def _topic(self, request_id: RequestId) -> str:
        async with self.read() as work:
            request = await work.seminar_requests.get(request_id)
        return "" if request is None else short(request.wanted.topic)
