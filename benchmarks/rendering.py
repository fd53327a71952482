"""What a complete policy costs to set: a page, a PDF, a Word file and Markdown, in each of its languages.

    python benchmarks/rendering.py [FOLDER]

On the town of the examples unless another policy is named. The first time loads what sets the file, as the first
reader after a start waits for it; then the best of five, by the clock and of processor. The limit of a PDF is a second,
loading included (what the site keeps afterwards is read from disk).
"""

import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time

from clausier.cli.render import edition
from clausier.document.model import Facts, Policy
from clausier.document.reading import read_folder
from clausier.document.rendering import Edition, render_html, render_markdown

POLICY = Path(__file__).parents[1] / "examples" / "val-bleu"
LIMIT, PASSES = 1.0, 5
Setter = Callable[[Policy, Facts, str, Edition], bytes | str]


def pdf(policy: Policy, facts: Facts, language: str, told: Edition) -> bytes:
    """Set a PDF; what sets it is loaded by the first."""
    from clausier.document.rendering.pdf import render_pdf

    return render_pdf(policy, facts, language, told)


def docx(policy: Policy, facts: Facts, language: str, told: Edition) -> bytes:
    """Set a Word file; what sets it is loaded by the first."""
    from clausier.document.rendering.docx import render_docx

    return render_docx(policy, facts, language, told)


SETTERS: dict[str, Setter] = {"html": render_html, "pdf": pdf, "docx": docx, "md": render_markdown}


def timed(work: Callable[[], bytes | str]) -> tuple[float, float, int]:
    """Return the seconds that work takes by the clock and of processor, and the length of what it makes."""
    clock, processor = perf_counter(), process_time()
    made = work()
    return perf_counter() - clock, process_time() - processor, len(made)


def main(folder: Path) -> int:
    """Print the table; 1 when a PDF takes more than the limit."""
    found = read_folder(folder)
    policy = found.policy
    if policy is None:
        print(f"{folder} cannot be read as a policy", file=sys.stderr)
        return 2
    told, is_over = edition(found, policy), False
    print(f"{folder.name}: {len(policy.clauses())} clauses; seconds by the clock (of processor); PDF: at most {LIMIT}")
    print(f"{'':4} {'':4} {'first':>14} {'best of ' + str(PASSES):>14} {'KB':>7}")
    for name, setter in SETTERS.items():
        for language in policy.languages:

            def work(setter: Setter = setter, language: str = language) -> bytes | str:
                return setter(policy, found.facts, language, told)

            first, runs = timed(work), [timed(work) for _ in range(PASSES)]
            best = min(each[0] for each in runs), min(each[1] for each in runs)
            is_over |= name == "pdf" and first[0] > LIMIT
            told_over = "  over the limit" if name == "pdf" and first[0] > LIMIT else ""
            print(
                f"{name:4} {language:4} {first[0]:6.3f} ({first[1]:.3f}) {best[0]:6.3f} ({best[1]:.3f})"
                f" {first[2] / 1000:7.0f}{told_over}"
            )
    return int(is_over)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else POLICY))
