"""Every use case of the domain, found where the house keeps them, and built from parts by the names of its fields."""

import dataclasses
import importlib
import inspect
import pkgutil
from collections.abc import Iterator, Mapping
from typing import Any

import shnor_domain

OF_THE_PROCESS = frozenset({"Deliver", "Delivery", "FillReference"})
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
    """An instance whose fields are the parts of the same names; raises LookupError for a field that no part fills."""
    fields = [field for field in dataclasses.fields(case) if field.init]
    missing = [field.name for field in fields if field.name not in parts and field.default is dataclasses.MISSING]
    if missing:
        raise LookupError(f"{case.__module__}.{case.__name__} asks for {', '.join(missing)}: no part has this name")
    return case(**{field.name: parts[field.name] for field in fields if field.name in parts})
