"""Names of constraints that mean something, and how a violation is recognised by name on both databases."""

from sqlalchemy.exc import IntegrityError


def violated(error: IntegrityError, name: str) -> bool:
    """True when `error` comes from the constraint or unique index `name`.

    psycopg tells the name as a field; SQLite tells the name of a CHECK in its message, of a unique index only
    its columns:
    these are matched as `register` was told them.
    """
    diagnostic = getattr(error.orig, "diag", None)
    if diagnostic is not None:
        return bool(diagnostic.constraint_name == name)
    message = str(error.orig)
    return message.endswith(f": {name}") or message == f"UNIQUE constraint failed: {_SQLITE_COLUMNS.get(name, name)}"


_SQLITE_COLUMNS: dict[str, str] = {}


def register(name: str, table: str, *columns: str) -> str:
    """Tell how SQLite words a violation of the unique constraint `name`; gives the name back, to be used in the
    schema."""
    _SQLITE_COLUMNS[name] = ", ".join(f"{table}.{column}" for column in columns)
    return name
