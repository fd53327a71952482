"""The data of the town, and the people once they are there."""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from clausier.chapters.inbox.models import Channel
from clausier.identity.models import Person

DATA = Path(__file__).parent / "town"
PACKAGE = Path(__file__).parents[1]
NAME = "Ville de Val-Bleu"


@dataclass
class Town:
    """The people by name, and the channels by network."""

    people: dict[str, Person] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Person:
        """Return a person by name, with the roles of now."""
        return Person.objects.get(pk=self.people[name].pk)


def policy_folder() -> Path:
    """Return the folder of the town's policy: beside the sources, or within the installed package."""
    installed = PACKAGE / "examples" / "val-bleu"
    return installed if installed.is_dir() else PACKAGE.parents[1] / "examples" / "val-bleu"


@cache
def data(name: str) -> Any:
    """Return a file of the town."""
    return yaml.safe_load((DATA / f"{name}.yaml").read_text(encoding="utf-8"))
