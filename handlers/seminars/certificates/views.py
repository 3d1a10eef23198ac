"""Certificates in words."""

from shnor_domain.seminars.certificates.model import Certificate


def number_word(certificate: Certificate) -> str:
    """«14-2026-17»: region, school year, number in it."""
    return f"{certificate.region}-{certificate.year}-{certificate.number}"
