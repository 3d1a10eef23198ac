"""A person's own part of road maps, for /privacy (rule 10)."""

from shnor_domain.identity import PersonId
from shnor_domain.roadmap.ports import RoadmapWork


async def contribute(work: RoadmapWork, person: PersonId) -> dict[str, object]:
    """What she has sent and said as JSON values: instants in ISO 8601, her own words verbatim. Files by name alone:
    they open from the item's card, and stay with the school when she goes.
    """
    return {
        "evidence": [
            {
                "evidence_kind": version.kind.value,
                "created": version.at.isoformat(),
                "evidence_state": version.state.value,
                "text": version.text,
                "file": version.name,
            }
            for version in await work.evidence.of_author(person)
        ],
        "remarks": [
            {"created": remark.at.isoformat(), "text": remark.text} for remark in await work.evidence.remarks_of(person)
        ],
    }
