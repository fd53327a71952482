"""What the policy in force declares, for the rooms below it: slugs and how they are called."""

from collections.abc import Callable, Mapping

Source = Callable[[str], Mapping[str, str]]


class Names:
    """A register of names: the policy fills it, and before there is a policy nothing is declared.

    A source takes a language and returns slug → name.
    """

    def __init__(self) -> None:
        self._sources: list[Source] = []

    def register(self, source: Source) -> None:
        """Add a source, once, when Django starts."""
        if source not in self._sources:
            self._sources.append(source)

    def names(self, language: str) -> dict[str, str]:
        """Return what is declared now, in the order of the names."""
        found = {slug: name for source in self._sources for slug, name in source(language).items()}
        return dict(sorted(found.items(), key=lambda item: item[1].casefold()))
