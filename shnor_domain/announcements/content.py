"""What an announcement says: simple HTML, one photo, one document, buttons. Pure checks of all of it."""

import re
from dataclasses import dataclass
from hashlib import sha256
from html import unescape
from html.parser import HTMLParser

from shnor_domain.announcements.errors import BadAnnouncement
from shnor_domain.identity import SubjectId
from shnor_domain.letters import units_of, visible_letters

MOST, MOST_WITH_FILE = 3_500, 900
"""Visible letters in units of UTF-16: a message has 4,096 and a caption 1,024, the rest is for what the bot adds."""
MOST_LABEL = 28
MOST_URL = 1_000
_MOST_SOURCE = 12_000
_MOST_TAGS = 100
_TAGS = frozenset({"b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "code", "pre", "blockquote", "a"})
_URL = re.compile(r"https://[^\s/<>\"']+\.[^\s<>\"']+")


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file in our folder by its `key` there, under the `name` that readers see. `digest` is that of its bytes, 64
    letters; empty where nobody has read them yet."""

    key: str
    name: str
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A button that opens `url`."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Content:
    """`text` is HTML of the tags that messengers share. `acknowledge` is the button «Ознакомлен(а)»; `book`
    «Записаться», to `subject` or to the list."""

    text: str
    photo: KeptFile | None = None
    document: KeptFile | None = None
    link: Link | None = None
    acknowledge: bool = False
    book: bool = False
    subject: SubjectId | None = None

    @property
    def most(self) -> int:
        """Visible letters that the text may have."""
        return MOST if self.photo is None and self.document is None else MOST_WITH_FILE


def file_digest(body: bytes) -> str:
    """The same for the same bytes, whatever they are called."""
    return sha256(body).hexdigest()


def checked(content: Content) -> Content:
    """The content as it came, or `BadAnnouncement`."""
    text = visible_letters(content.text)
    if len(text) > _MOST_SOURCE:
        raise BadAnnouncement("long", content.most)
    _Tags.check(text)
    letters = shown_letters(text)
    if not letters.strip():
        raise BadAnnouncement("empty")
    if units_of(letters) > content.most:
        raise BadAnnouncement("long", content.most)
    if content.link is not None:
        _check_link(content.link)
    return content


def shown_letters(html: str) -> str:
    """The text as it is read: without tags, entities resolved."""
    return unescape(re.sub(r"<[^<>]*>", "", html))


def _check_link(link: Link) -> None:
    if not 0 < len(link.text.strip()) <= MOST_LABEL or len(link.text) > MOST_LABEL:
        raise BadAnnouncement("label", MOST_LABEL)
    if len(link.url) > MOST_URL or not _URL.fullmatch(link.url):
        raise BadAnnouncement("link")


class _Tags(HTMLParser):
    """Follows tags as they open and close: what a messenger would refuse is refused here."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.opened: list[str] = []
        self.count = 0

    @classmethod
    def check(cls, text: str) -> None:
        """Raise for a tag that is not shared, stands crosswise or is not closed, and for a sign < that begins none."""
        tags = cls()
        tags.feed(text)
        tags.close()
        if tags.opened or tags.count > _MOST_TAGS or "<" in re.sub(r"</?[a-z]+(\s[^<>]*)?>", "", text):
            raise BadAnnouncement("tag")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _TAGS:
            raise BadAnnouncement("tag")
        given = dict(attrs)
        if set(given) - ({"href"} if tag == "a" else set()):
            raise BadAnnouncement("tag")
        if tag == "a" and not _URL.fullmatch(given.get("href") or ""):
            raise BadAnnouncement("link")
        self.opened.append(tag)
        self.count += 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        raise BadAnnouncement("tag")

    def handle_endtag(self, tag: str) -> None:
        if not self.opened or self.opened.pop() != tag:
            raise BadAnnouncement("tag")

    def handle_comment(self, data: str) -> None:
        raise BadAnnouncement("tag")

    def handle_decl(self, decl: str) -> None:
        raise BadAnnouncement("tag")

    def unknown_decl(self, data: str) -> None:
        raise BadAnnouncement("tag")

    def handle_pi(self, data: str) -> None:
        raise BadAnnouncement("tag")
