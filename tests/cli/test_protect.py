"""``clausier protect``: documents become fingerprints, and passages of them are then caught."""

import pytest

from cli.conftest import CHAPTER, write

MINUTES = (
    "Le comité étudiera en janvier l'achat du terrain situé derrière l'aréna, avant que la négociation avec le "
    "propriétaire ne devienne publique."
)
COPIED = "Psst: la négociation avec le propriétaire ne devienne publique"
RULE = """
      - id: passage
        direction: outgoing
        when: {signal: [conf.passage]}
        do: block
        say: {fr: Retirez ce passage., en: Take out this passage.}
"""


@pytest.fixture
def minutes(tmp_path):
    """A document that must not be published."""
    path = tmp_path / "minutes.md"
    path.write_text(MINUTES, encoding="utf-8")
    return path


@pytest.fixture
def guarded(tmp_path):
    """The small policy, with a rule on passages."""
    return write(
        tmp_path / "guarded", **{"chapters/02-transparency": CHAPTER.replace("    rules:", "    rules:" + RULE, 1)}
    )


def test_a_passage_of_a_protected_document_is_caught(clausier, guarded, minutes):
    """The list stands in the folder, says no word of the document, and the next check knows it."""
    assert clausier("check", "--policy", guarded, "--text", COPIED).status == 0

    done = clausier("protect", guarded, "papers", minutes)

    kept = (guarded / "protected/papers.yaml").read_text(encoding="utf-8")
    assert (done.status, done.err) == (0, "")
    assert "protect: {documents: [papers]}" in done.out
    assert "terrain" not in kept
    assert clausier("check", "--policy", guarded, "--text", COPIED).status == 1
    assert clausier("check", "--policy", guarded, "--text", "Le terrain est boueux").status == 0
    assert clausier("validate", guarded).status == 0


def test_what_was_published_stays_free(clausier, guarded, minutes, tmp_path):
    """Words of a public text, and those of the policy itself, alarm nobody."""
    notice = tmp_path / "notice.txt"
    notice.write_text("Enfin: la négociation avec le propriétaire ne devienne publique. Merci!", encoding="utf-8")

    assert clausier("protect", guarded, "papers", minutes, "--public", notice).status == 0
    assert clausier("check", "--policy", guarded, "--text", COPIED).status == 0
    assert clausier("check", "--policy", guarded, "--text", MINUTES).status == 1


def test_people_are_kept_by_name_alone(clausier, guarded, tmp_path):
    """A directory is kept as fingerprints beside the documents of the list."""
    names = tmp_path / "names.txt"
    names.write_text("Zoé Lafrenière\nAnne Marie Roy\n", encoding="utf-8")

    assert clausier("protect", guarded, "staff", "--people", names).status == 0
    assert "Lafren" not in (guarded / "protected/staff.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["papers"], "Give documents"),
        (["Papers 2", "minutes.md"], "small letters"),
        (["papers", "nowhere.md"], "nowhere.md"),
        (["papers", "short.md"], "Nothing is left to protect"),
        (["papers", "picture.png"], "picture"),
        (["code-names", "minutes.md"], "another name"),
    ],
)
def test_what_cannot_be_protected_is_told(clausier, guarded, minutes, arguments, said):
    """In a sentence, and nothing is written."""
    folder = minutes.parent
    (folder / "short.md").write_text("Quatre mots, pas plus", encoding="utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"0" * 50)
    (guarded / "protected").mkdir()
    (guarded / "protected/code-names.yaml").write_text("entries: [{term: Projet Boussole}]\n", encoding="utf-8")
    name, *files = arguments

    done = clausier("protect", guarded, name, *(folder / file for file in files), locale="en")

    assert (done.status, done.out) == (2, "")
    assert said in done.err
    assert [path.name for path in (guarded / "protected").iterdir()] == ["code-names.yaml"]


def test_a_zip_is_to_be_unpacked_first(clausier, guarded, minutes):
    """The list is written in the folder of the policy."""
    archive = minutes.parent / "policy.zip"
    archive.write_bytes(b"PK")

    assert "Unpack the policy first" in clausier("protect", archive, "papers", minutes, locale="en").err
