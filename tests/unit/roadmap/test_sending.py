"""What may be sent for an item (R114, R135, R136)."""

from datetime import date, timedelta

import pytest

from shnor_domain.contents import BadEvidence, FileType, clean_name
from shnor_domain.errors import Invalid
from shnor_domain.roadmap.evidence import EvidenceKind
from shnor_domain.roadmap.sending import (
    MOST_REMARK,
    MOST_REMARKS,
    MOST_TEXT,
    Sent,
    checked,
    checked_remarks,
    typed,
)
from tests.support.evidence_files import JPG, PDF

TODAY = date(2026, 12, 3)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("https://cloud.example.org/report", EvidenceKind.LINK),
        ("  HTTP://cloud.example.org/a  ", EvidenceKind.LINK),
        ("Отчёт: https://cloud.example.org/report", EvidenceKind.TEXT),
        ("https://cloud.example.org/report и ещё", EvidenceKind.TEXT),
        ("Сделали", EvidenceKind.TEXT),
    ],
)
def test_an_address_alone_is_a_link_and_all_else_a_text(text: str, kind: EvidenceKind) -> None:
    assert typed(text) == Sent(kind, text.strip())


@pytest.mark.parametrize(
    ("sent", "reason"),
    [
        (Sent(EvidenceKind.TEXT, " \u2068 "), "empty"),
        (Sent(EvidenceKind.TEXT, "ю" * (MOST_TEXT + 1)), "long"),
        (Sent(EvidenceKind.LINK, "https://localhost"), "address"),
        (Sent(EvidenceKind.LINK, "javascript:alert(1)"), "address"),
        (Sent(EvidenceKind.LINK, "https://[broken"), "address"),
        (Sent(EvidenceKind.LINK, "https://example.org/" + "a" * 1_000), "long"),
        (Sent(EvidenceKind.VISIT, "Были на уроке"), "empty"),
        (Sent(EvidenceKind.VISIT, "Были на уроке", day=TODAY + timedelta(days=1)), "future"),
        (Sent(EvidenceKind.JOURNAL, "Созвонились", day=TODAY - timedelta(days=367)), "year"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(sent: Sent, reason: str) -> None:
    with pytest.raises(Invalid) as refused:
        checked(sent, TODAY)
    assert refused.value.reason == reason


def test_a_visit_has_a_day_and_nothing_else_has() -> None:
    visit, _ = checked(Sent(EvidenceKind.VISIT, "Были на уроке", day=TODAY), TODAY)
    text, _ = checked(Sent(EvidenceKind.TEXT, "Сделали", day=TODAY), TODAY)
    assert (visit.day, text.day) == (TODAY, None)


def test_a_file_is_kept_under_a_clean_name_with_the_ending_that_it_deserves() -> None:
    kept, kind = checked(Sent(EvidenceKind.FILE, "", PDF, "../../etc/Отчёт <1>.exe"), TODAY)
    assert (kept.name, kind) == ("Отчёт 1.pdf", FileType.PDF)
    assert clean_name("C:\\папка\\план.docx", FileType.DOCX) == "план.docx"
    assert clean_name("", FileType.JPG) == clean_name("...", FileType.JPG) == ""
    assert len(clean_name("я" * 300, FileType.PDF)) == 104


def test_a_photo_is_a_picture_and_a_text_takes_no_body_along() -> None:
    with pytest.raises(BadEvidence):
        checked(Sent(EvidenceKind.PHOTO, "", PDF), TODAY)
    assert checked(Sent(EvidenceKind.PHOTO, "Схема", JPG), TODAY)[0].text == "Схема"
    assert checked(Sent(EvidenceKind.TEXT, "Сделали", JPG, "a.jpg"), TODAY)[0] == Sent(EvidenceKind.TEXT, "Сделали")


def test_returning_demands_one_to_eight_remarks_of_at_most_500_letters() -> None:
    assert checked_remarks([" Нет подписи ", "", "Нет даты"]) == ["Нет подписи", "Нет даты"]
    for remarks, reason in (
        ([], "empty"),
        ([" "], "empty"),
        (["ю" * (MOST_REMARK + 1)], "long"),
        (["раз"] * (MOST_REMARKS + 1), "long"),
    ):
        with pytest.raises(Invalid) as refused:
            checked_remarks(remarks)
        assert refused.value.reason == reason
