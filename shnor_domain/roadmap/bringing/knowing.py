"""What a region calls its bodies, learnt from its plans and from answers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from shnor_domain.roadmap.bodies.finding import Bodies
from shnor_domain.roadmap.bodies.model import Body, shipped_bodies
from shnor_domain.roadmap.bringing.answers import written_as


def taught(known: Iterable[str], answers: Mapping[str, str | None]) -> tuple[Body, ...]:
    """Rows to read a plan with beside those that are shipped: `known` are names from earlier plans of the region,
    `answers` names by what is written. A name that is shipped only gets one more spelling."""
    shipped = {body.name: body for body in shipped_bodies()}
    rows = {name: Body(name, name) for name in known if name not in shipped}
    for written, name in answers.items():
        if name is None:
            continue
        body = rows.get(name) or shipped.get(name) or Body(name, name)
        rows[name] = replace(body, spellings=(*body.spellings, written))
    return tuple(rows.values())


def offered(known: Iterable[str]) -> Sequence[str]:
    """Names to choose from for what was not understood: the region's own first, then those that are shipped."""
    return list(dict.fromkeys((*sorted(known), *(body.name for body in shipped_bodies()))))


def meant(typed: str, known: Iterable[str]) -> str:
    """The name of the one body that a person means by what she typed, else her own words as a new name."""
    found = Bodies(shipped_bodies(), taught(known, {})).find(typed)
    return found.bodies[0].name if len(found.bodies) == 1 and not found.unknown else written_as(typed)
