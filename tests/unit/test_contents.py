"""Files are told by their bytes: what is taken as evidence, and what is refused why (R114)."""

import pytest

from shnor_domain.contents import LARGEST, BadEvidence, FileType, type_of
from tests.support.evidence_files import DOCX, JPG, PDF, PNG, TYPES, of_parts, office, open_document

TAKEN = {
    "pdf": (PDF, FileType.PDF),
    "jpg": (JPG, FileType.JPG),
    "png": (PNG, FileType.PNG),
    "docx": (DOCX, FileType.DOCX),
    "xlsx": (office("xl/workbook.xml"), FileType.XLSX),
    "pptx": (office("ppt/presentation.xml"), FileType.PPTX),
    "odt": (open_document("application/vnd.oasis.opendocument.text"), FileType.ODT),
    "ods": (open_document("application/vnd.oasis.opendocument.spreadsheet"), FileType.ODS),
}
REFUSED = {
    "empty": (b"", "empty"),
    "an executable": (b"MZ\x90\x00" + b"\x00" * 60, "program"),
    "an executable of linux": (b"\x7fELF\x02\x01", "program"),
    "a script": (b"#!/bin/sh\nrm -rf /\n", "program"),
    "a page": (b"<html><script>alert(1)</script></html>", "type"),
    "a text": ("Отчёт".encode(), "type"),
    "an old document": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "old-office"),
    "a rar": (b"Rar!\x1a\x07\x00", "archive"),
    "a plain zip": (of_parts({"a.pdf": PDF}), "archive"),
    "a program of java": (of_parts({"META-INF/MANIFEST.MF": "", "A.class": b"\xca\xfe\xba\xbe"}), "archive"),
    "macros by their part": (office("word/document.xml", "<Types/>", "word/vbaProject.bin"), "macros"),
    "macros by the list of parts": (office("xl/workbook.xml", "<Types macroEnabled.main+xml/>"), "macros"),
    "macros of an open document": (
        open_document("application/vnd.oasis.opendocument.text", "Basic/Standard/Module1.xml"), "macros",
    ),
    "a program inside of a document": (office("word/document.xml", "<Types/>", "word/embeddings/run.EXE"), "program"),
    "a document without its list of parts": (of_parts({"word/document.xml": "<x/>"}), "damaged"),
    "a cut document": (DOCX[:-30], "damaged"),
    "a document that begins well and is noise": (b"PK\x03\x04" + b"\x00" * 200, "damaged"),
    "another open document": (open_document("application/vnd.oasis.opendocument.chart"), "archive"),
}  # fmt: skip


@pytest.mark.parametrize("name", TAKEN)
def test_documents_and_pictures_are_taken_by_their_bytes(name: str) -> None:
    body, kind = TAKEN[name]
    assert type_of(body) is kind


@pytest.mark.parametrize("name", REFUSED)
def test_what_may_do_harm_or_cannot_be_opened_is_refused_with_its_reason(name: str) -> None:
    body, reason = REFUSED[name]
    with pytest.raises(BadEvidence) as refused:
        type_of(body)
    assert refused.value.reason == reason


def test_twenty_megabytes_are_taken_and_a_byte_more_is_not() -> None:
    assert type_of(PDF + b"\x00" * (LARGEST - len(PDF))) is FileType.PDF
    with pytest.raises(BadEvidence, match="bad-evidence"):
        type_of(PDF + b"\x00" * (LARGEST + 1 - len(PDF)))


def test_a_list_of_parts_that_unpacks_without_end_is_read_to_a_measure() -> None:
    assert type_of(of_parts({TYPES: b"\x00" * 50_000_000, "word/document.xml": "<x/>"})) is FileType.DOCX


def test_an_archive_with_a_table_of_contents_without_end_is_not_even_read() -> None:
    with pytest.raises(BadEvidence) as refused:
        type_of(of_parts({f"{number:0200}": b"" for number in range(2_500)}))
    assert refused.value.reason == "archive"
