"""Small files of every sort, made by hand: evidence is told by its bytes."""

import io
import zipfile

JPG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + b"\x00" * 40 + b"\xff\xd9"
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 40
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n%%EOF\n"
TYPES = "[Content_Types].xml"


def of_parts(parts: dict[str, bytes | str]) -> bytes:
    """A zip with these parts."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name, body in parts.items():
            made.writestr(name, body)
    return held.getvalue()


def office(core: str, types: str = "<Types/>", **more: bytes | str) -> bytes:
    """A document of office by its core part («word/document.xml»)."""
    return of_parts({TYPES: types, core: "<document/>", **more})


def open_document(mimetype: str, *more: str) -> bytes:
    """An OpenDocument file."""
    return of_parts({"mimetype": mimetype, "content.xml": "<office/>", **dict.fromkeys(more, "<x/>")})


DOCX = office("word/document.xml")
