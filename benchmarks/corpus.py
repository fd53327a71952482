"""The texts of the benchmarks: real comments and labelled cases, from the folder that ``CLAUSIER_SHARED`` names."""

import csv
import gzip
import io
import json
import os
import sys
import tarfile
from pathlib import Path
from typing import Any

COMMENTS = "data/youtube_spam.tar.gz"
CASES = "cases/dev.jsonl.gz"
POST = 280


def comments() -> list[dict[str, Any]]:
    """Return the real comments as they would arrive from their channel."""
    with tarfile.open(_shared(COMMENTS)) as files:
        members = [files.extractfile(name) for name in sorted(files.getnames()) if name.endswith(".csv")]
        tables = [io.TextIOWrapper(member, "utf-8", newline="") for member in members if member]
        return [_received(row["CONTENT"]) for table in tables for row in csv.DictReader(table)]


def cases() -> list[dict[str, Any]]:
    """Return the labelled cases, each with what is known of its author and channel."""
    with gzip.open(_shared(CASES), "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def posts(given: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the texts set end to end and cut to the length of a post."""
    run = " ".join(" ".join(each["text"].split()) for each in given)
    return [_received(run[at : at + POST]) for at in range(0, len(run) - POST + 1, POST)]


def _shared(name: str) -> Path:
    file = Path(os.environ.get("CLAUSIER_SHARED", "")) / name
    if not file.is_file():
        sys.exit(f"CLAUSIER_SHARED must name the folder that holds {name}.")
    return file


def _received(text: str) -> dict[str, Any]:
    return {"text": text, "direction": "incoming", "channel": "youtube"}
