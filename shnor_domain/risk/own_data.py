"""A person's own part of risk profiles, for /privacy (rule 10)."""

from shnor_domain.identity import PersonId
from shnor_domain.risk.ports import RiskWork


async def contribute(work: RiskWork, person: PersonId) -> dict[str, object]:
    """What she has said as JSON values: instants in ISO 8601, her own words verbatim. Documents of the school stay with
    the school when she goes.
    """
    said = [(line.at, line.text) for line in await work.risk_cases.said_by(person) if line.text]
    said += [(one.at, one.text) for one in await work.risk_protocols.of_author(person)]
    said += [(one.at, one.text) for one in await work.risk_programmes.remarks_of(person)]
    written = [(one.at, text) for one in await work.risk_programmes.of_author(person) for text in one.parts.values()]
    return {
        "risk_words": [
            {"created": at.isoformat(), "text": text} for at, text in sorted([*said, *written], reverse=True)
        ]
    }
