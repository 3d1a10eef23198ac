"""Looking into an xlsx before a library unpacks it: what it really holds, and how far its cells reach."""

import io
import re
import zipfile
import zlib

MOST_ENTRIES = 2_000
MOST_UNPACKED = 200 * 1024 * 1024
MOST_RATIO = 200
"""Unpacked to packed; a real sheet stays below 40. Counted from 10 MB on."""
_PART = 1 << 20
_OVERLAP = 400
# a cell or a row with something in it: Excel writes styled empty ones down to row 1,048,576, they cost nothing
_CELL = re.compile(
    rb"<(?:\w{1,20}:)?(?:c|row)\s(?:[^<>]{0,300}?\s)?r=[\"']([A-Z]{0,4})(\d{1,9})[\"'][^<>]{0,300}?(/?)>"
)

# what zipfile raises for archives that are cut, lie, or use a method it does not know
_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
)


class Refused(Exception):
    """`reason` is one of `shnor_domain.tables.BadFile`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def check(body: bytes, most_rows: int, most_columns: int, core: str = "xl/workbook.xml") -> None:
    """Unpack every entry in parts and count: sizes that the archive claims are not believed. Raises `Refused`, also for
    an archive without the entry `core`.

    The reach is checked because a reader allots a full rectangle: two cells, A1 and XFD1048576, ask for gigabytes.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_ENTRIES:
                raise Refused("bomb")
            names = {entry.filename for entry in entries}
            if core not in names or len(names) < len(entries):
                raise Refused("not-a-table")
            room = min(MOST_UNPACKED, max(len(body) * MOST_RATIO, 10 * 1024 * 1024))
            for entry in entries:
                room -= _scan(archive, entry, room, most_rows, most_columns)
    except _BROKEN as error:
        raise Refused("damaged") from error


def _scan(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int, most_rows: int, most_columns: int) -> int:
    if entry.flag_bits & 0x1:
        raise Refused("old-xls")
    entry.file_size = room + 1  # else the stream would stop where the archive says it ends
    entry.CRC = None  # type: ignore[assignment]  # not compared: it is not ours to repair
    size = 0
    tail = b""
    with archive.open(entry) as stream:
        while part := stream.read(_PART):
            size += len(part)
            if size > room:
                raise Refused("bomb")
            text = tail + part
            _reach(text, most_rows, most_columns)
            tail = text[-_OVERLAP:]
    return size


def _reach(text: bytes, most_rows: int, most_columns: int) -> None:
    for letters, digits, empty in _CELL.findall(text):
        if empty:
            continue
        if int(digits) > most_rows:
            raise Refused("too-many-rows")
        if _column(letters) > most_columns:
            raise Refused("too-many-columns")


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
