"""What the database itself refuses: to change or delete an entry, to move the head back, to touch a checkpoint.

On details, one change is allowed, once: salt and details go, and the entry that erased them is named. Whoever can
drop triggers can do anything to the file; what they did is then found by ``verification``.
"""

from collections.abc import Iterator

APPEND = "entries are only added, each after the last"
NOTHING = "an entry is never changed nor deleted"
ERASURE = "details are only erased, once"
FORWARD = "the head only moves forward"
KEPT = "a checkpoint is never changed nor deleted"

ERASES = (
    "OLD.erased_by_id IS NULL AND NEW.erased_by_id IS NOT NULL AND NEW.salt IS NULL AND NEW.details IS NULL"
    " AND NEW.entry_id = OLD.entry_id AND NEW.signature = OLD.signature"
)

# Table, event, name, when it is refused, why.
RULES: tuple[tuple[str, str, str, str, str], ...] = (
    (
        "audit_entry",
        "INSERT",
        "append",
        "NEW.seq IS DISTINCT FROM (SELECT COALESCE(MAX(seq), 0) + 1 FROM audit_entry)",
        APPEND,
    ),
    ("audit_entry", "UPDATE", "update", "TRUE", NOTHING),
    ("audit_entry", "DELETE", "delete", "TRUE", NOTHING),
    # INSERT OR REPLACE deletes without asking the trigger on DELETE.
    ("audit_detail", "INSERT", "append", "EXISTS (SELECT 1 FROM audit_detail WHERE entry_id = NEW.entry_id)", ERASURE),
    (
        "audit_detail",
        "UPDATE",
        "update",
        f"NOT ({ERASES})",
        ERASURE,
    ),
    ("audit_detail", "DELETE", "delete", "TRUE", ERASURE),
    ("audit_head", "INSERT", "append", "EXISTS (SELECT 1 FROM audit_head)", FORWARD),
    ("audit_head", "UPDATE", "update", "NEW.id <> OLD.id OR NEW.seq <= OLD.seq", FORWARD),
    ("audit_head", "DELETE", "delete", "TRUE", FORWARD),
    ("audit_checkpoint", "INSERT", "append", "EXISTS (SELECT 1 FROM audit_checkpoint WHERE id = NEW.id)", KEPT),
    ("audit_checkpoint", "UPDATE", "update", "TRUE", KEPT),
    ("audit_checkpoint", "DELETE", "delete", "TRUE", KEPT),
)
TABLES = tuple(dict.fromkeys(table for table, *_ in RULES))


def made(vendor: str) -> Iterator[str]:
    """Yield the statements that put the triggers in place, on SQLite or PostgreSQL."""
    for table, event, name, when, why in RULES:
        trigger = f"{table}_{name}"
        if vendor == "sqlite":
            yield (
                f"CREATE TRIGGER {trigger} BEFORE {event} ON {table} WHEN {when} "
                f"BEGIN SELECT RAISE(ABORT, '{table}: {why}'); END"
            )
        elif vendor == "postgresql":
            yield from _on_postgresql(trigger, table, event, when, why)
    if vendor == "postgresql":
        for table in TABLES:
            yield from _on_postgresql(f"{table}_truncate", table, "TRUNCATE", "TRUE", NOTHING)


def unmade(vendor: str) -> Iterator[str]:
    """Yield the statements that take the triggers away."""
    names = [(table, f"{table}_{name}") for table, _, name, *_ in RULES]
    if vendor == "postgresql":
        names += [(table, f"{table}_truncate") for table in TABLES]
        yield from (f"DROP TRIGGER IF EXISTS {name} ON {table}" for table, name in names)
    elif vendor == "sqlite":
        yield from (f"DROP TRIGGER IF EXISTS {name}" for _, name in names)


def _on_postgresql(trigger: str, table: str, event: str, when: str, why: str) -> Iterator[str]:
    last = "NULL" if event == "TRUNCATE" else "OLD" if event == "DELETE" else "NEW"
    yield (
        f"CREATE OR REPLACE FUNCTION {trigger}() RETURNS trigger AS $$ BEGIN IF {when} THEN "
        f"RAISE EXCEPTION '{table}: {why}'; END IF; RETURN {last}; END; $$ LANGUAGE plpgsql"
    )
    each = "STATEMENT" if event == "TRUNCATE" else "ROW"
    yield f"CREATE TRIGGER {trigger} BEFORE {event} ON {table} FOR EACH {each} EXECUTE FUNCTION {trigger}()"
