"""What the learned heads are worth on public sets that no training read, and what they cost.

    python benchmarks/heads.py [FOLDER] [--json FILE]

FOLDER (or the variable CLAUSIER_SHARED) holds ``data/*.tar.gz``. Only aggregates are printed: the texts are vile. Each
figure is of the whole program, detectors and heads together, beside that of the detectors alone.
"""

import argparse
import csv
import io
import json
import os
import resource
import statistics
import sys
import tarfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from clausier.engine.context import Context
from clausier.engine.heads.learned import WEIGHTS, LearnedHeads
from clausier.engine.sight import Sight

AT = "2026-11-23T09:00:00-05:00"
HELD_OUT = 3_000  # lines of the Davidson set that the training left aside
# Sentences in which a group is only named; none is in the curricula.
PLAIN = {
    "en": """
The recipe was passed down by {g} in the village.
On the ferry I shared a table with {g}.
{g} borrowed the projector until Monday.
Our pharmacist used to coach {g} at badminton.
The prize went to {g} from the east end.
Could somebody tell the {g} outside that the doors open at nine?
In the painting, {g} are unloading a boat.
{g} swim here in the mornings, then it gets quiet.
This bench was a gift of {g}.
She wrote her thesis on {g} in the nineteenth century.
{g} have until Friday to send in their forms.
The orchestra needs cellists, and {g} have offered to play.
My train was late, so I chatted with {g} on the platform.
The elevator was out and {g} helped me with the stroller.
Both {g} and dog owners asked for a new gate.
For {g}, the office is open late on Wednesdays.
A plaque remembers {g} who built the bridge.
{g} came third in the relay.
I think the {g} downstairs have a new piano.
The mayor thanked {g} for the soup.
""",
    "fr": """
La recette vient de {g} du village voisin.
Sur le traversier, j'ai partagé ma table avec des {g}.
Des {g} ont emprunté le projecteur jusqu'à lundi.
Notre pharmacienne entraînait des {g} au badminton.
Le prix est allé à des {g} de l'est de la ville.
Pouvez-vous dire aux {g} dehors que les portes ouvrent à neuf heures?
Sur la toile, des {g} déchargent un bateau.
Les {g} nagent le matin, après c'est tranquille.
Ce banc est un don de {g}.
Elle a fait sa thèse sur les {g} au dix-neuvième siècle.
Les {g} ont jusqu'à vendredi pour remettre leur formulaire.
L'orchestre cherche des violoncellistes et des {g} ont offert de jouer.
Mon train était en retard, j'ai jasé avec des {g} sur le quai.
L'ascenseur était brisé, des {g} m'ont aidée avec la poussette.
Autant les {g} que les maîtres de chiens voulaient une nouvelle clôture.
Pour les {g}, le bureau est ouvert tard le mercredi.
Une plaque rappelle les {g} qui ont bâti le pont.
Des {g} sont arrivés troisièmes au relais.
Je pense que les {g} d'en bas ont un nouveau piano.
La mairesse a remercié les {g} pour la soupe.
""",
}
NAMED = {
    "en": """
women
trans people
gay men
lesbians
Black people
Arabs
Muslims
Jews
immigrants
refugees
Chinese people
Indians
Mexicans
Indigenous people
disabled people
Roma
Catholics
old people
teachers
neighbours
students
musicians
""",
    "fr": """
femmes
personnes trans
gais
lesbiennes
personnes noires
Arabes
musulmans
Juifs
immigrants
réfugiés
Chinois
Indiens
Mexicains
Autochtones
personnes handicapées
Roms
catholiques
personnes âgées
enseignants
voisins
étudiants
musiciens
""",
}
Told = Callable[[list[str], str], list[set[str]]]


def rows(archive: Path, ending: str) -> Iterator[dict[str, str]]:
    """Yield the rows of the CSV files of an archive."""
    with tarfile.open(archive) as tar:
        for member in tar:
            opened = tar.extractfile(member) if member.name.endswith(ending) else None
            if opened:
                yield from csv.DictReader(io.TextIOWrapper(opened, encoding="utf-8", errors="replace", newline=""))


def tellers(weights: Path) -> dict[str, Told]:
    """Return what tells the kinds shown in texts: the detectors alone, and with the heads."""
    sight, heads = Sight(), LearnedHeads(weights)

    def told(texts: list[str], direction: str, *, learned: bool) -> list[set[str]]:
        found = []
        for start in range(0, len(texts), 256):
            part = texts[start : start + 256]
            views = [sight.view(Context.from_data({"text": text, "direction": direction, "at": AT})) for text in part]
            if learned and (failed := heads.look(views)):
                raise SystemExit(f"the heads failed: {failed}")
            found += [{each.kind for each in view.found if each.confidence >= 0.5} for view in views]
        return found

    return {
        "detectors": lambda texts, way: told(texts, way, learned=False),
        "with heads": lambda texts, way: told(texts, way, learned=True),
    }


def two_sided(wanted: list[bool], told: list[bool]) -> float:
    """Return the macro-F1 of the two classes."""
    values = []
    for side in (True, False):
        both = sum(w == side and t == side for w, t in zip(wanted, told, strict=True))
        either = sum(w == side for w in wanted) + sum(t == side for t in told)
        values.append(2 * both / either if either else 1.0)
    return sum(values) / 2


def hateful(data: Path, tell: Told) -> Iterator[tuple[str, float]]:
    """Yield the macro-F1 of hate on HatemojiCheck (and its worst function) and on the test part of EDOS."""
    check = [
        row
        for row in rows(data / "hatemoji.tar.gz", "HatemojiCheck/test.csv")
        if row["included_in_test_suite"] in ("1", "1.0", "True", "")
    ]
    told = ["abuse.hate" in kinds for kinds in tell([row["text"] for row in check], "incoming")]
    wanted = [float(row["label_gold"]) > 0 for row in check]
    yield "HatemojiCheck macro-F1", two_sided(wanted, told)
    right: dict[str, list[bool]] = defaultdict(list)
    for row, w, t in zip(check, wanted, told, strict=True):
        right[row["functionality"]].append(w == t)
    yield "HatemojiCheck worst function, accuracy", min(map(statistics.mean, right.values()))
    test = [row for row in rows(data / "edos.tar.gz", "edos_labelled_aggregated.csv") if row["split"] == "test"]
    told = ["abuse.hate" in kinds for kinds in tell([row["text"] for row in test], "incoming")]
    yield "EDOS test macro-F1 (abuse.hate)", two_sided([row["label_sexist"] == "sexist" for row in test], told)


def offensive(data: Path, tell: Told) -> Iterator[tuple[str, float]]:
    """Yield the macro-F1 of any abuse on the lines of the Davidson set left aside."""
    held = [
        row
        for place, row in enumerate(rows(data / "davidson.tar.gz", "labeled_data.csv"))
        if place % 8 == 0 and place < 8 * HELD_OUT
    ]
    told = [
        any(kind.startswith("abuse.") for kind in kinds) for kinds in tell([row["tweet"] for row in held], "incoming")
    ]
    yield "Davidson held out, macro-F1 (any abuse)", two_sided([row["class"] != "2" for row in held], told)


def alarms(data: Path, tell: Told) -> Iterator[tuple[str, float]]:
    """Yield the share of ordinary questions that raise an alarm of abuse."""
    texts = [row["text"] for row in rows(data / "banking77.tar.gz", "test.csv")]
    yield "banking77 test, alarms of abuse", _share(tell(texts, "incoming"), "abuse.")


def spam(data: Path, tell: Told) -> Iterator[tuple[str, float]]:
    """Yield the F1 of spam on YouTube comments, and the alarms on what is none."""
    comments = list(rows(data / "youtube_spam.tar.gz", ".csv"))
    told = [
        any(kind.startswith("spam.") for kind in kinds)
        for kinds in tell([row["CONTENT"] for row in comments], "incoming")
    ]
    wanted = [row["CLASS"] == "1" for row in comments]
    both = sum(w and t for w, t in zip(wanted, told, strict=True))
    yield "YouTube spam F1", 2 * both / (sum(wanted) + sum(told))
    yield (
        "YouTube ham, alarms of spam",
        sum(t and not w for w, t in zip(wanted, told, strict=True)) / (len(wanted) - sum(wanted)),
    )


def named(data: Path, tell: Told) -> Iterator[tuple[str, float]]:
    """Yield the alarms of hate on sentences that only name a group: all in all, and the spread between groups."""
    del data
    for language, told in PLAIN.items():
        sentences = told.split("\n")[1:-1]
        shares = {
            group: _share(tell([sentence.format(g=group) for sentence in sentences], "incoming"), "abuse.hate")
            for group in filter(None, NAMED[language].splitlines())
        }
        yield f"groups only named, {language}: alarms of hate", statistics.mean(shares.values())
        yield f"groups only named, {language}: spread between groups", max(shares.values()) - min(shares.values())


def _share(told: Iterable[set[str]], family: str) -> float:
    alarms = [any(kind.startswith(family) for kind in kinds) for kinds in told]
    return sum(alarms) / len(alarms)


def cost(data: Path, weights: Path) -> Iterator[tuple[str, float]]:
    """Yield what the heads cost: time of one processor, memory of this process."""
    texts = [row["text"] for row in rows(data / "banking77.tar.gz", "test.csv")]
    long = [" ".join(texts[start : start + 8])[:280] for start in range(0, 1600, 8)]
    sight, heads = Sight(), LearnedHeads(weights)
    contexts = [Context.from_data({"text": text, "direction": "incoming", "at": AT}) for text in texts[:2048]]
    heads.look([sight.view(contexts[0])])
    begin = time.process_time()
    for start in range(0, 2048, 256):
        heads.look([sight.view(context) for context in contexts[start : start + 256]])
    size = statistics.mean(len(context.text) for context in contexts)
    yield (
        f"texts a second in batch, detectors and heads ({size:.0f} characters on average)",
        2048 / (time.process_time() - begin),
    )
    begin = time.process_time()
    for start in range(0, 200, 200):
        heads.look(
            [
                sight.view(Context.from_data({"text": text, "direction": "incoming", "at": AT}))
                for text in long[start : start + 200]
            ]
        )
    yield "the same, 280 characters", 200 / (time.process_time() - begin)
    times = []
    for text in long:
        begin = time.perf_counter()
        heads.look([sight.view(Context.from_data({"text": text, "direction": "incoming", "at": AT}))])
        times.append((time.perf_counter() - begin) * 1000)
    yield "one check of 280 characters, p99, ms", sorted(times)[int(len(times) * 0.99) - 1]
    yield "memory of the process, MB", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> int:
    """Measure everything."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", default=os.environ.get("CLAUSIER_SHARED"))
    parser.add_argument("--json", type=Path, help="write the figures there too")
    parser.add_argument("--cost", action="store_true", help="measure only what the heads cost")
    parser.add_argument("--weights", type=Path, default=WEIGHTS, help="the folder of other weights")
    asked = parser.parse_args()
    data = Path(asked.folder or "") / "data"
    if not data.is_dir():
        print("No data: give their folder, or set CLAUSIER_SHARED.", file=sys.stderr)
        return 2
    figures: dict[str, dict[str, Any]] = defaultdict(dict)
    for name, value in cost(data, asked.weights):
        figures[name]["with heads"] = value
    for who, tell in () if asked.cost else tellers(asked.weights).items():
        for measure in (hateful, offensive, alarms, spam, named):
            for name, value in measure(data, tell):
                figures[name][who] = value
    for name, values in figures.items():
        print(f"{name:78}", "  ".join(f"{who} {value:.4g}" for who, value in values.items()))
    if asked.json:
        asked.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
