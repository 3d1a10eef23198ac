"""What a file really is, by its bytes and never by its name (R114): only these are taken from people.

Taken: pdf, docx, xlsx, pptx, odt, ods, jpg, png. Refused: programs and scripts, archives of any other sort, documents
with macros, the old binary formats of office (doc, xls, ppt: they may hold macros, and a document with a password looks
like one of them), everything else.
"""

import io
import re
import zipfile
import zlib
from enum import Enum

from shnor_domain.errors import DomainError
from shnor_domain.letters import visible_letters

LARGEST = 20 * 1024 * 1024
"""Bytes: what the Bot API lets a bot download."""
MOST_NAME = 100
_DIRECTORY = 512 * 1024
"""Bytes of an archive's table of contents; a document of hundreds of pictures stays below a tenth of it."""
_PART = 64 * 1024
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe")
_ARCHIVES = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
_END, _END_64 = b"PK\x05\x06", b"PK\x06\x07"
_MACROS = re.compile(r"(^|/)(vbaproject\.bin|vbadata\.xml|macros/|basic/|scripts/)", re.IGNORECASE)
_INSIDE = re.compile(r"\.(exe|dll|com|scr|bat|cmd|ps1|vbs|js|jar|msi|hta|lnk|app|sh|docm|xlsm|pptm)$", re.IGNORECASE)
_BROKEN = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError,
    ValueError, KeyError,
)  # fmt: skip


class BadEvidence(DomainError):
    """The file cannot be taken; `reason` as in `type_of`."""

    code = "bad-evidence"

    def __init__(self, reason: str) -> None:
        super().__init__(reason=reason)
        self.reason = reason


class FileType(Enum):
    """The value is the ending under which it is kept and sent back."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    PPTX = "pptx"
    ODT = "odt"
    ODS = "ods"
    JPG = "jpg"
    PNG = "png"

    @property
    def picture(self) -> bool:
        """True for what a messenger shows at once."""
        return self in (FileType.JPG, FileType.PNG)


_OFFICE = {
    "word/document.xml": FileType.DOCX,
    "xl/workbook.xml": FileType.XLSX,
    "ppt/presentation.xml": FileType.PPTX,
}
_OPEN = {
    b"application/vnd.oasis.opendocument.text": FileType.ODT,
    b"application/vnd.oasis.opendocument.spreadsheet": FileType.ODS,
}


def type_of(body: bytes) -> FileType:
    """The type of a whole file. Raises `BadEvidence`: «empty», «too-big», «program», «archive», «macros», «old-office»,
    «damaged», «type» for all that is not taken.
    """
    if not body:
        raise BadEvidence("empty")
    if len(body) > LARGEST:
        raise BadEvidence("too-big")
    if body.startswith(b"%PDF-"):
        return FileType.PDF
    if body.startswith(b"\xff\xd8\xff"):
        return FileType.JPG
    if body.startswith(b"\x89PNG\r\n\x1a\n"):
        return FileType.PNG
    if body.startswith(b"PK\x03\x04"):
        return _of_archive(body)
    if body.startswith(_OLD_OFFICE):
        raise BadEvidence("old-office")
    if body.startswith(_PROGRAMS):
        raise BadEvidence("program")
    if body.startswith(_ARCHIVES):
        raise BadEvidence("archive")
    raise BadEvidence("type")


def clean_name(name: str, kind: FileType) -> str:
    """What its sender called it, without folders and with the ending that it deserves; empty where it had no name."""
    last = visible_letters(name).replace("\\", "/").rpartition("/")[2]
    stem = "".join(sign for sign in last if sign.isprintable() and sign not in '<>:"|?*').strip(" .")
    stem = stem.rpartition(".")[0] or stem
    stem = stem[:MOST_NAME].strip(" .")
    return f"{stem}.{kind.value}" if stem else ""


def _of_archive(body: bytes) -> FileType:
    """A document is an archive with parts of fixed names; nothing but two small parts is unpacked."""
    _check_directory(body)
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            names = [entry.filename for entry in archive.infolist()]
            if len(set(names)) < len(names):
                raise BadEvidence("damaged")
            found = next((kind for part, kind in _OFFICE.items() if part in names), None)
            if found is not None:
                if b"macroEnabled" in _part(archive, "[Content_Types].xml"):
                    raise BadEvidence("macros")
            elif "mimetype" in names:
                found = _OPEN.get(_part(archive, "mimetype").strip())
    except _BROKEN as error:
        raise BadEvidence("damaged") from error
    if found is None:
        raise BadEvidence("archive")
    if any(_MACROS.search(name) for name in names):
        raise BadEvidence("macros")
    if any(_INSIDE.search(name) for name in names):
        raise BadEvidence("program")
    return found


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    """Its beginning only: what claims to be small may unpack without end."""
    with archive.open(name) as part:
        return part.read(_PART)


def _check_directory(body: bytes) -> None:
    """The library reads the whole table of contents into memory, however long: it is measured before."""
    end = body.rfind(_END, max(0, len(body) - 66_000))
    if end < 0 or len(body) < end + 22:
        raise BadEvidence("damaged")
    size = int.from_bytes(body[end + 12 : end + 16], "little")
    if size > _DIRECTORY or body[max(0, end - 20) : end].startswith(_END_64):
        raise BadEvidence("archive")
