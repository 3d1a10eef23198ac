"""Where the parts meet: one container of APP scope, made once a process (ADR 2: nothing lives per request)."""

from collections.abc import Mapping
from dataclasses import dataclass

from dishka import AsyncContainer, Provider, Scope, make_async_container
from dishka.integrations.aiogram import AiogramProvider

from bot import use_cases
from handlers.texts import Texts
from shnor_domain.clock import Clock


@dataclass(frozen=True, slots=True)
class Part:
    """Something handlers ask for by its type, beside the use cases."""

    kind: type
    value: object


def make_container(texts: Texts, clock: Clock, fields: Mapping[str, object], *others: Part) -> AsyncContainer:
    """`fields` fill use cases by the names of their fields; raises LookupError when one of them cannot be built."""
    parts: dict[type, object] = {Texts: texts, Clock: clock, **{other.kind: other.value for other in others}}
    parts |= {case: use_cases.build(case, fields) for case in use_cases.classes()}
    provider = Provider(scope=Scope.APP)
    for kind in parts:
        provider.from_context(provides=kind)
    return make_async_container(provider, AiogramProvider(), context=parts)
