"""One decision among 1,000 rules: bit sets, beside the same rules read one by one (and beside CEL when installed).

    python benchmarks/decisions.py [RULES]

Prints microseconds a decision, best of five runs, and checks that all ways decide alike. Limit: 10 µs for 1,000 rules.
"""

import random
import sys
from timeit import repeat

from clausier.document.globs import expand
from clausier.document.model import Circumstances, Rule
from clausier.document.vocabulary import ACCOUNT_KINDS, LANGUAGES, RELATIONS, SIGNALS
from clausier.engine.ruleset import RuleSet, Values

CHANNELS = ("facebook", "instagram", "x", "linkedin", "youtube", "blog", "mastodon", "bluesky", "tiktok", "email")
LIMIT = 10.0


def made_rules(count: int) -> list[Rule]:
    """Return rules of one to four circumstances, one in three with an exception, the same at each run."""
    draw = random.Random(11)  # noqa: S311  # nothing here is a secret

    def some(words: object, most: int) -> tuple[str, ...]:
        words = list(words)  # type: ignore[call-overload]
        return tuple(draw.sample(words, draw.randint(1, most)))

    def when() -> Circumstances:
        parts = {
            "signal": some(SIGNALS, 3),
            "relation": some(RELATIONS, 3) if draw.random() < 0.6 else (),
            "channel": some(CHANNELS, 4) if draw.random() < 0.4 else (),
            "account_kind": some(ACCOUNT_KINDS, 2) if draw.random() < 0.3 else (),
            "language": some(LANGUAGES, 2) if draw.random() < 0.2 else (),
        }
        return Circumstances(**parts)  # type: ignore[arg-type]

    return [
        Rule(id=f"r{i}", when=when(), unless=(when(),) if draw.random() < 0.33 else (), do="advise")
        for i in range(count)
    ]


def situations(count: int) -> list[tuple[dict[str, float], dict[str, Values]]]:
    """Return what is known of as many messages, two signals each."""
    draw = random.Random(12)  # noqa: S311
    return [
        (
            dict.fromkeys(draw.sample(list(SIGNALS), 2), 0.9),
            {
                "relation": Values([draw.choice(list(RELATIONS))]),
                "channel": Values([draw.choice(CHANNELS)]),
                "account_kind": Values([draw.choice(list(ACCOUNT_KINDS))]),
                "language": Values([draw.choice(list(LANGUAGES))]),
            },
        )
        for _ in range(count)
    ]


def one_by_one(rules: list[Rule]) -> object:
    """Return a function that decides by reading each rule, signals expanded beforehand."""
    keys = ("relation", "channel", "account_kind", "language")
    kinds = {id(each): expand(each.signal, SIGNALS) for rule in rules for each in (rule.when, *rule.unless)}

    def meets(condition: Circumstances, signals: dict[str, float], known: dict[str, Values]) -> bool:
        if not any(kind in kinds[id(condition)] for kind in signals):
            return False
        return all(not getattr(condition, key) or known[key].values[0] in getattr(condition, key) for key in keys)  # type: ignore[index]

    def decide(signals: dict[str, float], known: dict[str, Values]) -> list[int]:
        return [
            i
            for i, rule in enumerate(rules)
            if meets(rule.when, signals, known) and not any(meets(each, signals, known) for each in rule.unless)
        ]

    return decide


def main() -> None:
    """Print the figures side by side."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    rules, cases = made_rules(count), situations(200)
    ruleset, plain = RuleSet(rules), one_by_one(rules)
    assert all(ruleset.decide(*case).rules == plain(*case) for case in cases)  # type: ignore[operator]

    def timed(decide: object, rounds: int) -> float:
        runs = repeat(lambda: [decide(*case) for case in cases], number=rounds, repeat=5)  # type: ignore[operator]
        return min(runs) / rounds / len(cases) * 1e6

    bits, read = timed(ruleset.decide, 20), timed(plain, 1)
    print(f"{count} rules, one decision, same answers on {len(cases)} messages")
    print(f"  bit sets        {bits:8.2f} µs   (limit {LIMIT:.0f} µs)")
    print(f"  read one by one {read:8.2f} µs   ({read / bits:.0f} times longer)")


if __name__ == "__main__":
    main()
