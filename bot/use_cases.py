"""Every use case of the domain, found where the house keeps them, and built from parts by the names of its fields."""

import dataclasses
import importlib
import inspect
import pkgutil
from collections.abc import Iterator, Mapping
from typing import Any, TypeGuard

import shnor_domain

OF_THE_PROCESS = frozenset({"Deliver", "Delivery", "FillFactors", "FillReference", "FillThresholds"})
"""Not for handlers: the process builds these itself, with parts that nobody else may hold."""


def classes() -> Iterator[type]:
    """Dataclasses in `shnor_domain.<feature>.use_cases` that can be called, in order of module and name."""
    for module in pkgutil.walk_packages(shnor_domain.__path__, f"{shnor_domain.__name__}."):
        if ".use_cases" not in module.name:
            continue
        for name, value in sorted(vars(importlib.import_module(module.name)).items()):
            if not inspect.isclass(value) or value.__module__ != module.name or name in OF_THE_PROCESS:
                continue
            if dataclasses.is_dataclass(value) and "__call__" in vars(value):
                yield value


def build(case: type, parts: Mapping[str, object]) -> Any:
    """An instance whose fields are the parts of the same names, or use cases of their own, built likewise.

    Raises LookupError for a field that nothing fills.
    """
    filled: dict[str, object] = {}
    for field in dataclasses.fields(case):
        if not field.init:
            continue
        if field.name in parts:
            filled[field.name] = parts[field.name]
        elif _is_use_case(field.type):
            filled[field.name] = build(field.type, parts)
        elif field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
            raise LookupError(f"{case.__module__}.{case.__name__} asks for {field.name}: no part has this name")
    return case(**filled)


def _is_use_case(kind: object) -> TypeGuard[type]:
    return inspect.isclass(kind) and dataclasses.is_dataclass(kind) and ".use_cases" in kind.__module__
