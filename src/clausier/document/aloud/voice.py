"""A voice: the policy's names and the grammar of one language, from which sentences are made."""

from collections.abc import Iterable, Mapping

from clausier.document.aloud import words
from clausier.document.hours import DAYS, parse_days, parse_hours, parts
from clausier.document.model import Policy
from clausier.document.model.types import Duration, Localized
from clausier.document.networks import NETWORKS, load_network
from clausier.document.typography import typeset
from clausier.document.vocabulary import Label

_INNER = {
    True: str.maketrans({"«": "“", "»": "”"}),
    False: str.maketrans({"“": "‘", "”": "’"}),
}


class Voice:
    """Speaks of one policy in one language; a language other than French is given English sentences."""

    def __init__(self, policy: Policy, language: str, audience: tuple[str, ...] = ()) -> None:
        self.policy = policy
        self.language = language
        self.audience = audience
        self.french = language == "fr"

    def of(self, label: Label) -> str:
        """Return the words of a label in the language."""
        return label.in_language(self.language)

    def sentence(self, french: str, english: str, **parts: str) -> str:
        """Fill the template of the language, and finish it as a sentence: capital, spaces, full stop."""
        return self.finish(self.phrase(french, english, **parts))

    def phrase(self, french: str, english: str, **parts: str) -> str:
        """Fill the template of the language."""
        return (french if self.french else english).format_map(parts)

    def finish(self, text: str) -> str:
        """Capitalize, keep French punctuation from being orphaned, and end with a full stop."""
        text = " ".join(text.split())
        text = text[0].upper() + text[1:]
        text = typeset(text, self.language)
        return text if text[-1] in ".?!…" else text + "."

    def either(self, items: Iterable[str]) -> str:
        """Join alternatives: ``a, b ou c``."""
        return _joined(list(items), " ou " if self.french else " or ")

    def both(self, items: Iterable[str]) -> str:
        """Join what goes together: ``a, b et c``."""
        return _joined(list(items), " et " if self.french else " and ")

    def quoted(self, text: str) -> str:
        """Put words that are not ours between quotation marks, without their last full stop."""
        inner = " ".join(text.split()).removesuffix(".").translate(_INNER[self.french])
        return f"« {inner} »" if self.french else f"“{inner}”"

    def own(self, localized: Localized) -> str:
        """Return the policy's own words as a sentence of their own."""
        return self.finish(localized.best(self.language))

    def said(self, localized: Localized, lead: Label) -> str:
        """Return ``lead`` and the quoted words, or nothing when there are none."""
        return f"{self.of(lead)} {self.quoted(localized.best(self.language))}" if localized else ""

    def people(self, slug: str) -> str:
        """Return the quoted name of an audience or a duty, or the words of somebody whom every house has."""
        named = self.policy.audiences.get(slug) or self.policy.duties.get(slug)
        if named is None and slug in words.CHAIN:
            return self.of(words.CHAIN[slug])
        return self.quoted(named.name.best(self.language) if named else slug)

    def clause_with(self, statement: str, name: str) -> str:
        """Return number and title of the clause whose ``statement`` has this id, else the id itself.

        The title of an internal clause is shown nowhere.
        """
        numbers = self.policy.numbers()
        for clause in self.policy.clauses():
            if getattr(getattr(clause, statement), "id", None) == name:
                title = f" ({self.quoted(clause.title.best(self.language))})" if clause.visibility == "public" else ""
                return numbers[clause.id] + title
        return self.quoted(name)

    def labels(self, names: Iterable[str], table: Mapping[str, Label]) -> list[str]:
        """Return the words of each name; one that the table does not know is quoted as it is."""
        return [self.of(table[name]) if name in table else self.quoted(name) for name in names]

    def networks(self, names: Iterable[str]) -> str:
        """Return places by the names they bear: ``sur Facebook, YouTube ou par courriel``."""
        names = list(names)
        plain = [self._network(name) for name in names if name not in words.PLACES]
        on = [f"{'sur' if self.french else 'on'} {self.either(plain)}"] if plain else []
        return self.either(on + [self.of(words.PLACES[name]) for name in names if name in words.PLACES])

    def span(self, duration: Duration) -> str:
        """Return a length of time: ``2 jours ouvrables``, ``one month``."""
        one, many = words.SPANS[duration.unit + ("!" if duration.calendar and duration.unit in "hd" else "")]
        return self.of(one) if duration.amount == 1 else f"{duration.amount} {self.of(many)}"

    def within(self, duration: Duration) -> str:
        """Return a delay: ``dans un délai de 2 jours ouvrables``."""
        span = self.span(duration)
        return self.phrase("dans un délai {de}{span}", "within {span}", span=span, de=_of(duration))

    def in_time(self, duration: Duration | None) -> str:
        """Return a delay behind a space, or nothing when no time is set."""
        return f" {self.within(duration)}" if duration else ""

    def every(self, duration: Duration) -> str:
        """Return a period: ``tous les 12 mois``, ``every year``."""
        if duration.amount == 1:
            one = self.span(duration).split(" ", 1)[1]
            return (
                "tous les ans"
                if self.french and duration.unit == "y"
                else f"{'chaque' if self.french else 'every'} {one}"
            )
        all_the = "toutes les" if duration.unit == "h" else "tous les"
        return f"{all_the if self.french else 'every'} {self.span(duration)}"

    def _network(self, name: str) -> str:
        return load_network(name).name.best(self.language) if name in NETWORKS else name.capitalize()

    def hours(self, text: str) -> str:
        """Return ``20:00-07:00`` as ``de 20 h à 7 h``; what is not hours stays as it is."""
        try:
            stretches = [map(self._clock, stretch) for stretch in parse_hours(text)]
        except ValueError:
            return text
        return self.both(
            self.phrase("de {start} à {end}", "from {start} to {end}", start=start, end=end) for start, end in stretches
        )

    def _clock(self, minutes: int) -> str:
        hour, minute = divmod(minutes, 60)
        if minute == 0 and hour % 12 == 0:
            return self.phrase("midi", "noon") if hour % 24 else self.phrase("minuit", "midnight")
        if self.french:
            return f"{hour} h {minute:02d}" if minute else f"{hour} h"
        clock = f"{hour % 12 or 12}:{minute:02d}" if minute else f"{hour % 12 or 12}"
        return f"{clock} {'p.m.' if hour // 12 == 1 else 'a.m.'}"

    def days(self, text: str) -> str:
        """Return ``mon-fri`` as ``du lundi au vendredi``, ``sat`` as ``le samedi``; what is not days stays as it is."""
        try:
            days = parse_days(text)
        except ValueError:
            return text
        if len(days) == len(DAYS):
            return self.phrase("tous les jours", "every day")
        return self.both(map(self._run_of_days, parts(text)))

    def _run_of_days(self, text: str) -> str:
        first, *last = self.labels(text.split("-"), words.DAYS)
        if last:
            return self.phrase("du {first} au {last}", "{first} to {last}", first=first, last=last[0])
        return self.phrase("le {first}", "on {first}", first=first)


def _of(duration: Duration) -> str:
    return "d'" if duration.amount == 1 else "de "


def _joined(items: list[str], last: str) -> str:
    return last.join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else "".join(items)
