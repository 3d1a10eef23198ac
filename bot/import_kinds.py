"""Every kind of table that can be brought in, by the part that understands it."""

from shnor_domain.competence.imports.kind import COMPETENCE
from shnor_domain.consultations.use_cases.import_days import CONSULTATION_DAYS
from shnor_domain.people.imports import PEOPLE
from shnor_domain.results.imports.clusters import CLUSTERS
from shnor_domain.results.imports.results import RESULTS
from shnor_domain.risk.imports import RISK_PROFILES
from shnor_domain.territories.use_cases import imports

_ABOVE = (PEOPLE, CONSULTATION_DAYS, COMPETENCE, RESULTS, CLUSTERS, RISK_PROFILES)

IMPORT_KINDS = (
    *(kind for kind in imports.KINDS if kind.name not in {above.name for above in _ABOVE}),
    *_ABOVE,
)
"""Fills `import_kinds` of the use cases: municipalities, schools, people, consultation days, competence,
results, clusters."""
