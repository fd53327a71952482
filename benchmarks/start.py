"""Seconds from the command to the town: its building, then the first page of a second start; the weight of that page.

    python benchmarks/start.py [--runs N] [--port N]

Limits: built in 15 s; first page in 3 s; 100 kB in all, as it travels to a browser that has nothing yet.
"""

import argparse
import os
import re
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter, sleep
from urllib.request import Request, urlopen

ROOT = Path(__file__).parents[1]
DEMO = [sys.executable, "-m", "clausier.cli.main", "demo"]
BUILT, FIRST, WEIGHT = 15, 3, 100
FILES = re.compile(r'(?:href|src)="(/static/[^"#]+)')


def fetched(url: str) -> tuple[bytes, int]:
    """Return what an address answers, and how many bytes travelled."""
    import gzip

    with urlopen(Request(url, headers={"Accept-Encoding": "gzip"})) as answer:  # noqa: S310  # our own address
        body = answer.read()
        return (gzip.decompress(body) if answer.headers["Content-Encoding"] == "gzip" else body), len(body)


def first_page(port: int, environment: dict[str, str]) -> tuple[float, int]:
    """Start the town as it is; return the seconds until its first page, and the bytes of the page and its files."""
    begin, base = perf_counter(), f"http://127.0.0.1:{port}"
    command = [*DEMO, "--no-browser", "--port", str(port)]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    try:
        while True:
            try:
                page, weight = fetched(f"{base}/fr/")
                break
            except OSError:
                if process.poll() is not None:
                    sys.exit("the demonstration did not start")
                sleep(0.01)
        seconds = perf_counter() - begin
        return seconds, weight + sum(fetched(base + name)[1] for name in set(FILES.findall(page.decode())))
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()


def main() -> None:
    """Print the figures beside their limits."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--port", type=int, default=8760)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {"CLAUSIER_HOME": home, "PYTHONPATH": str(ROOT / "src")}
        begin = perf_counter()
        subprocess.run([*DEMO, "--prepare"], env=environment, check=True, capture_output=True)
        built = perf_counter() - begin
        seen = [first_page(options.port + number, environment) for number in range(options.runs)]
    times = [seconds for seconds, _ in seen]
    print(f"{'':34}{'min':>8}{'median':>8}{'max':>8}{'limit':>8}")
    print(f"{'the town is built, s':34}{built:8.1f}{built:8.1f}{built:8.1f}{BUILT:8}")
    print(f"{'first page of a second start, s':34}{min(times):8.2f}{median(times):8.2f}{max(times):8.2f}{FIRST:8}")
    print(f"{'the first page and its files, kB':34}{seen[0][1] / 1000:8.1f}{'':16}{WEIGHT:8}")


if __name__ == "__main__":
    main()
