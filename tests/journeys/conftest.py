"""What the journeys share: their world, and the words that somebody pastes into it."""

import pytest

from factories.world import make_world

INSULT = "La fille au comptoir est une maudite niaiseuse, changez-la."
THREAD = f"Jo Tremblay\n{INSULT}\n2 h\nJ’aime\nRépondre\nLuce Roy\nMerci pour le nouveau parc!\n1 h\nJ’aime\nRépondre\n"


@pytest.fixture
def world(db):
    """Val-Bleu, its policy in force, a person for each role."""
    return make_world()
