"""Certificates in words, on screens and on their sheet."""

from handlers.seminars.requests.views import short
from handlers.texts import Safe, Texts
from handlers.texts import times as words
from shnor_domain.papers import Diploma
from shnor_domain.people.model.days import local_day
from shnor_domain.seminars.certificates.model import Certificate
from shnor_domain.seminars.certificates.use_cases.taking import OneCertificate


def number_word(certificate: Certificate) -> str:
    """«14-2026-17»: region, school year, number in it."""
    return f"{certificate.region}-{certificate.year}-{certificate.number}"


def duration(texts: Texts, minutes: int) -> str:
    """«6 часов 30 минут», «45 минут»."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return words.minutes(texts, rest)
    whole = texts.plain("scert-hours", hours=hours)
    return whole if not rest else f"{whole} {words.minutes(texts, rest)}"


def certificate_text(texts: Texts, found: OneCertificate) -> Safe:
    """Of what, for how long, under which number, and whether it holds."""
    certificate = found.certificate
    return texts(
        "scert-card",
        title=short(found.event.terms.title),
        number=number_word(certificate),
        name=certificate.name or "",
        hours=duration(texts, certificate.minutes),
        day=certificate.day,
        valid=certificate.valid,
    )


def sheet_of(texts: Texts, found: OneCertificate, zone: str) -> Diploma:
    """What is printed; the day of issue is on the clock of `zone`, the event's."""
    certificate, terms = found.certificate, found.event.terms
    number = number_word(certificate)
    return Diploma(
        head=texts.plain("scert-sheet-head", region=found.region),
        title=texts.plain("scert-sheet-title"),
        number=texts.plain("scert-sheet-number", number=number),
        name=certificate.name or "",
        lines=(
            texts.plain("scert-sheet-event", kind=terms.kind.value, title=terms.title),
            texts.plain("scert-sheet-hours", hours=duration(texts, certificate.minutes)),
            texts.plain("scert-sheet-day", day=certificate.day),
        ),
        foot=texts.plain("scert-sheet-foot", day=local_day(certificate.issued, zone), number=number),
    )
