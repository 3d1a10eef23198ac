"""The kind and the size of a picture by its first bytes."""

from struct import unpack

_NO_SIZE_MARKERS = frozenset({0x01, *range(0xD0, 0xD9)})
_FRAME_MARKERS = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def image_mime(content: bytes) -> str | None:
    """Return the MIME type of a picture that every browser shows, None for anything else."""
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if content.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if content[:6] in (b"GIF87a", b"GIF89a"):
        return "image/gif"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    return None


def image_size(content: bytes) -> tuple[int, int]:
    """Return width and height in pixels, (0, 0) for what is no PNG, JPEG, GIF or WebP."""
    mime = image_mime(content)
    if mime == "image/png" and len(content) >= 24:
        width, height = unpack(">II", content[16:24])
    elif mime == "image/gif" and len(content) >= 10:
        width, height = unpack("<HH", content[6:10])
    elif mime == "image/jpeg":
        return _jpeg_size(content)
    elif mime == "image/webp":
        return _webp_size(content)
    else:
        return 0, 0
    return int(width), int(height)


def _jpeg_size(content: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if marker in _FRAME_MARKERS:
            height, width = unpack(">HH", content[at + 5 : at + 9])
            return int(width), int(height)
        at += 2 if marker in _NO_SIZE_MARKERS else 2 + int.from_bytes(content[at + 2 : at + 4], "big")
    return 0, 0


def _webp_size(content: bytes) -> tuple[int, int]:
    if content[12:16] == b"VP8X" and len(content) >= 30:
        return int.from_bytes(content[24:27], "little") + 1, int.from_bytes(content[27:30], "little") + 1
    if content[12:16] == b"VP8L" and len(content) >= 25:
        bits = int.from_bytes(content[21:25], "little")
        return (bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1
    if content[12:16] == b"VP8 " and len(content) >= 30:
        width, height = unpack("<HH", content[26:30])
        return int(width) & 0x3FFF, int(height) & 0x3FFF
    return 0, 0
