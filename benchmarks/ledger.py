"""The ledger: writers at once, what an intruder changes, and how long a verification takes.

.venv/bin/python benchmarks/ledger.py [--writes 10000] [--tamperings 1000] [--entries 200000]

On SQLite, in a home of its own that is thrown away.
"""

import argparse
import multiprocessing
import os
import random
import resource
import secrets
import tempfile
import time
from collections import Counter
from collections.abc import Callable

WRITERS = 8
SEED = 7


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--writes", type=int, default=10_000)
    parser.add_argument("--tamperings", type=int, default=1000)
    parser.add_argument("--entries", type=int, default=200_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"CLAUSIER_HOME": home, "DJANGO_SETTINGS_MODULE": "clausier.config.settings"}
        start()
        one_writer()
        writers(options.writes)
        tamperings(options.tamperings)
        long_ledger(options.entries)


def start() -> None:
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


# --- writing -------------------------------------------------------------------------------------------------------


def write(number: int) -> float:
    """Record acts, each in a transaction of its own; return the seconds of the slowest."""
    from django.db import transaction

    from clausier.audit.actions import record

    slowest = 0.0
    for n in range(number):
        begin = time.perf_counter()
        with transaction.atomic():
            record("test.thing.done", actor="program", subject=secrets.token_hex(16), details={"n": n})
        slowest = max(slowest, time.perf_counter() - begin)
    return slowest


def one_writer() -> None:
    begin = time.perf_counter()
    write(1000)
    print(f"one writer: {(time.perf_counter() - begin):.2f} ms an act, its transaction included")


def _writer(number: int) -> tuple[float, str]:
    from django.db import Error

    try:
        return write(number), ""
    except Error as error:
        return 0.0, str(error)


def writers(number: int) -> None:
    """Several processes write at once: none is refused, and the chain holds."""
    from django.db import connections

    connections.close_all()
    begin = time.perf_counter()
    with multiprocessing.get_context("spawn").Pool(WRITERS, initializer=start_process) as pool:
        done = pool.map(_writer, [number // WRITERS] * WRITERS)
    seconds = time.perf_counter() - begin
    errors = [error for _, error in done if error]
    print(
        f"{WRITERS} writers: {number} acts in {seconds:.1f} s, {number / seconds:.0f} a second, "
        f"slowest {max(slowest for slowest, _ in done):.2f} s, errors: {errors or 'none'}"
    )
    verified()


def start_process() -> None:
    import django

    django.setup()


def verified() -> None:
    from clausier.audit.sources import DatabaseSource, snapshot
    from clausier.audit.verification import verify

    begin = time.perf_counter()
    with snapshot():
        report = verify(DatabaseSource())
    seconds = time.perf_counter() - begin
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"verified: {report.entries} entries in {seconds:.1f} s, peak memory {peak} MB, breaks: {report.breaks}")


# --- tampering -----------------------------------------------------------------------------------------------------


def tamperings(number: int) -> None:
    """As an intruder who holds the file but not the key: each change is named, by the first entry that it touches."""
    from django.db import connection, transaction

    from clausier.audit import triggers
    from clausier.audit.sources import DatabaseSource
    from clausier.audit.verification import verify

    prepare()
    chance = random.Random(SEED)  # noqa: S311  # it must be the same each time
    ways = sorted(WAYS)
    found: Counter[tuple[str, str]] = Counter()
    missed: Counter[str] = Counter()
    for n in range(number):
        way = ways[n % len(ways)]
        with transaction.atomic(), connection.cursor() as cursor:
            for statement in triggers.unmade("sqlite"):
                cursor.execute(statement)
            cursor.execute("PRAGMA defer_foreign_keys=ON")
            expected = WAYS[way](chance, cursor.execute)
            first = verify(DatabaseSource()).first
            if first and first.seq == expected:
                found[way, first.kind] += 1
            else:
                missed[f"{way}: {expected}, found {first}"] += 1
            transaction.set_rollback(True)
    print(f"{number} tamperings, {sum(found.values())} named at their first entry:")
    for (way, kind), count in sorted(found.items()):
        print(f"    {way:36}{kind:20}{count:5}")
    for what, count in missed.items():
        print(f"    NOT NAMED {what} ({count})")
    verified()


FIRST, LAST = 10, 60


def prepare() -> None:
    """Make a ledger of a hundred entries, some erased, with a checkpoint."""
    from types import SimpleNamespace

    from django.db import connection, transaction

    from clausier.audit import triggers
    from clausier.audit.actions import checkpoint, erase
    from clausier.audit.models import Entry

    with transaction.atomic(), connection.cursor() as cursor:
        for statement in triggers.unmade("sqlite"):
            cursor.execute(statement)
        for table in ("audit_head", "audit_detail", "audit_entry"):
            cursor.execute(f"DELETE FROM {table}")  # noqa: S608
        for statement in triggers.made("sqlite"):
            cursor.execute(statement)
    write(70)
    checkpoint()
    officer = SimpleNamespace(ledger_id="officer", roles={"privacy-officer"})
    for seq in (3, 65):
        erase(actor=officer, entry=Entry.objects.get(pk=seq), reason_code="request")
    write(25)


Way = Callable[[random.Random, Callable[..., object]], int]
TEXTS = ("at", "actor", "action", "subject", "commitment", "previous", "hash")


def change(column: str) -> Way:
    def way(chance: random.Random, execute: Callable[..., object]) -> int:
        seq = chance.randint(FIRST, LAST)
        execute(f"UPDATE audit_entry SET {column} = %s WHERE seq = %s", [secrets.token_hex(8), seq])  # noqa: S608
        return seq

    return way


def swap(chance: random.Random, execute: Callable[..., object]) -> int:
    a, b = sorted(chance.sample(range(FIRST, LAST), 2))
    for old, new in ((a, -1), (b, a), (-1, b)):
        execute("UPDATE audit_entry SET seq = %s WHERE seq = %s", [new, old])
    return a


def delete(chance: random.Random, execute: Callable[..., object]) -> int:
    seq = chance.randint(FIRST, LAST)
    execute("DELETE FROM audit_detail WHERE entry_id = %s", [seq])
    execute("DELETE FROM audit_entry WHERE seq = %s", [seq])
    return seq


def insert(chance: random.Random, execute: Callable[..., object]) -> int:
    """Make room for an entry that nobody signed."""
    seq = chance.randint(FIRST, LAST)
    for table, key in (("audit_entry", "seq"), ("audit_detail", "entry_id")):
        execute(f"UPDATE {table} SET {key} = -{key} - 1 WHERE {key} >= %s", [seq])  # noqa: S608
        execute(f"UPDATE {table} SET {key} = -{key} WHERE {key} < 0")  # noqa: S608
    for table, key, columns in (
        ("audit_entry", "seq", "at, actor, action, subject, commitment, previous, hash"),
        ("audit_detail", "entry_id", "salt, details, signature"),
    ):
        copy = f"SELECT %s, {columns} FROM {table} WHERE {key} = %s"  # noqa: S608
        execute(f"INSERT INTO {table} ({key}, {columns}) {copy}", [seq, seq + 1])
    execute("UPDATE audit_entry SET subject = 'x' WHERE seq = %s", [seq])
    return seq


def cut(chance: random.Random, execute: Callable[..., object]) -> int:
    seq = chance.randint(75, 95)  # after the erasures, which would tell too
    execute("DELETE FROM audit_detail WHERE entry_id > %s", [seq])
    execute("DELETE FROM audit_entry WHERE seq > %s", [seq])
    return seq + 1


def rewrite(chance: random.Random, execute: Callable[..., object], *, to_the_head: bool = True) -> int:
    """Change an entry, and compute every hash from there on."""
    from clausier.audit.chain import hash_of
    from clausier.audit.models import Entry

    seq, previous = chance.randint(72, 95), ""
    for entry in Entry.objects.filter(seq__gte=seq):
        entry.previous = previous or entry.previous
        entry.subject = secrets.token_hex(8) if entry.seq == seq else entry.subject
        previous = hash_of(vars(entry))
        values = [entry.previous, entry.subject, previous, entry.seq]
        execute("UPDATE audit_entry SET previous=%s, subject=%s, hash=%s WHERE seq=%s", values)
    if to_the_head:
        execute("UPDATE audit_head SET hash = %s", [previous])
    return seq


def rehash(chance: random.Random, execute: Callable[..., object]) -> int:
    """Change an entry together with its own hash."""
    from clausier.audit.chain import hash_of
    from clausier.audit.models import Entry

    entry = Entry.objects.get(seq=chance.randint(FIRST, LAST))
    entry.actor = secrets.token_hex(8)
    execute("UPDATE audit_entry SET actor=%s, hash=%s WHERE seq=%s", [entry.actor, hash_of(vars(entry)), entry.seq])
    return entry.seq


def aside(what: str) -> Way:
    def way(chance: random.Random, execute: Callable[..., object]) -> int:
        seq = chance.randint(FIRST, LAST)
        execute(f"{what} WHERE entry_id = %s", [seq])
        return seq

    return way


def with_head(what: str, seq: int) -> Way:
    def way(chance: random.Random, execute: Callable[..., object]) -> int:  # noqa: ARG001
        execute(what)
        return seq

    return way


def cut_and_forge(chance: random.Random, execute: Callable[..., object]) -> int:
    """Cut the tail and give the head the signature of the entry that is now the last."""
    last = cut(chance, execute) - 1
    execute("UPDATE audit_head SET seq = %s, hash = (SELECT hash FROM audit_entry WHERE seq = %s)", [last, last])
    execute(
        "UPDATE audit_head SET signature = lower(hex((SELECT signature FROM audit_detail WHERE entry_id = %s)))", [last]
    )
    return last


WAYS: dict[str, Way] = {
    **{f"change {column}": change(column) for column in TEXTS},
    "change an entry and its hash": rehash,
    "swap two entries": swap,
    "delete an entry": delete,
    "insert an entry": insert,
    "cut the tail": cut,
    "cut the tail, forge the head": cut_and_forge,
    "rewrite from an entry on": rewrite,
    "remove a side row": aside("DELETE FROM audit_detail"),
    "change details": aside("UPDATE audit_detail SET details = '{\"n\":-1}'"),
    "change the salt": aside("UPDATE audit_detail SET salt = randomblob(32)"),
    "empty details": aside("UPDATE audit_detail SET details = NULL, salt = NULL"),
    "feign an erasure": aside("UPDATE audit_detail SET details = NULL, salt = NULL, erased_by_id = 80"),
    "put other details in an erased one": with_head(
        "UPDATE audit_detail SET details = '{}', salt = randomblob(32) WHERE entry_id = 3", 3
    ),
    "remove the head": with_head("DELETE FROM audit_head", 98),
    "forge the head's signature": with_head("UPDATE audit_head SET signature = hex(randomblob(64))", 98),
    "forge a checkpoint's moment": with_head("UPDATE audit_checkpoint SET at = '2020-01-01'", 70),
    "forge a checkpoint's hash": with_head("UPDATE audit_checkpoint SET hash = lower(hex(randomblob(32)))", 70),
    "remove a checkpoint": with_head("DELETE FROM audit_checkpoint", 70),
}


# --- a long ledger -------------------------------------------------------------------------------------------------


def long_ledger(number: int) -> None:
    """Verify a long ledger, and read its pages beside those of a short one."""
    short = pages()
    lengthen(number)
    verified()
    for name, seconds in pages().items():
        print(f"page, {name}: {short[name] * 1000:.1f} ms at 100 entries, {seconds * 1000:.1f} ms at {number}")


def lengthen(number: int) -> None:
    """Add entries as ``record`` makes them, many in one transaction."""
    from django.db import transaction

    from clausier.audit.actions import record

    for at in range(0, number, 10_000):
        with transaction.atomic():
            for n in range(min(10_000, number - at)):
                record("test.thing.done", actor="program", subject=secrets.token_hex(16), details={"n": n})


def pages() -> dict[str, float]:
    from clausier.audit.models import Entry
    from clausier.audit.selectors import page

    middle = Entry.objects.count() // 2
    reads = {
        "the newest": dict[str, object](),
        "in the middle": {"before": middle},
        "by an act": {"action": "test.thing.done", "before": middle},
        "by an act that is rare": {"action": "audit.entry.erased"},
        "by a name": {"name": "program"},
    }
    return {name: _best(lambda arguments=arguments: page(**arguments)) for name, arguments in reads.items()}


def _best(read: Callable[[], object]) -> float:
    taken = []
    for _ in range(5):
        begin = time.perf_counter()
        read()
        taken.append(time.perf_counter() - begin)
    return min(taken)


if __name__ == "__main__":
    main()
