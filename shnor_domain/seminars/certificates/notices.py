"""What holders of certificates are told. Words are made by `handlers.seminars.certificates.notices`."""

from datetime import datetime

from shnor_domain.identity import PersonId
from shnor_domain.notifications.model import KindPolicy, Notice
from shnor_domain.seminars.certificates.model import Certificate

CHANGED = "certificate-changed"
"""To the holder: it holds no more, since who came was corrected."""

POLICIES = (KindPolicy(CHANGED),)


def changed(certificate: Certificate, person: PersonId, now: datetime) -> Notice:
    """Once for each certificate."""
    return Notice(
        key=f"{CHANGED}:{certificate.id}",
        person=person,
        kind=CHANGED,
        subject=f"certificate:{certificate.id}",
        due=now,
        payload={"certificate": certificate.id},
    )
