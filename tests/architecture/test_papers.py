"""The papers say what the program is."""

import re
from pathlib import Path

import pytest
import yaml

import clausier
from architecture.house import ROOT

PAPERS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
KEPT_OUT = {".git", "__pycache__", "build", "dist"}
LEFTOVERS = re.compile(
    r"""/(?:home|root|Users)/\w+          # the machine of whoever wrote it
      | lorem[ ](?=ipsum) | <{7}[ ]      # filler, unfinished merge
      | co-authored(?=-by)
    """,
    re.IGNORECASE | re.VERBOSE,
)


def _texts():
    """Every text file of the repository."""
    for path in ROOT.rglob("*"):
        inside = path.relative_to(ROOT).parts
        made = any(
            part in KEPT_OUT or part.startswith((".venv", ".hypothesis")) or part.endswith("_cache") for part in inside
        )
        if path.is_file() and not made:
            yield path, path.read_bytes().decode(errors="replace")


def test_version_is_the_first_of_the_changelog():
    """The package and its changelog tell the same version."""
    changelog = (ROOT / "CHANGELOG.md").read_text()
    assert re.findall(r"^## \[(\d[^]]*)\]", changelog, re.MULTILINE)[0] == clausier.__version__


def test_publiccode_tells_the_version_and_both_languages():
    """The public catalogue of software reads this file."""
    card = yaml.safe_load((ROOT / "publiccode.yml").read_text())
    assert card["softwareVersion"] == clausier.__version__
    assert set(card["description"]) == set(card["localisation"]["availableLanguages"]) == {"fr", "en"}
    for words in card["description"].values():
        assert len(words["shortDescription"]) <= 150
        assert 150 <= len(words["longDescription"]) <= 10_000


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(paper):
    """A link to a file of the repository has its file."""
    links = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", paper.read_text())
    assert [link for link in links if not (paper.parent / link).exists()] == []


def test_locks_name_no_registry():
    """A lock holds names, versions and digests; whoever installs chooses where from."""
    locks = {path.name: path.read_text() for path in ROOT.glob("requirements*.txt")}
    assert set(locks) == {"requirements.txt", "requirements-dev.txt"}
    assert [name for name, text in locks.items() if "://" in text or "--hash=sha256:" not in text] == []


def test_dev_lock_holds_the_run_time_lock():
    """What is tested is what runs."""
    run, dev = (set(_pins(ROOT / name)) for name in ("requirements.txt", "requirements-dev.txt"))
    assert run - dev == set()


def _pins(path: Path) -> list[str]:
    return re.findall(r"^\S+==\S+", path.read_text(), re.MULTILINE)


def test_no_leftovers():
    """Nothing tells where and how the files were written."""
    found = {str(path.relative_to(ROOT)): LEFTOVERS.findall(text) for path, text in _texts() if LEFTOVERS.search(text)}
    assert found == {}


def test_each_page_of_the_guide_leads_to_the_other_language():
    """And that one leads back."""
    for page in ROOT.glob("docs/guide/*/*.md"):
        other = page.parent / _other_language(page)
        assert (other.parent / _other_language(other)).resolve() == page


def _other_language(page: Path) -> str:
    links = re.findall(r"\[(?:English|Français)\]\((\.\./(?:en|fr)/[\w-]+\.md)\)", page.read_text())
    assert len(links) == 1, f"{page} does not lead to the other language"
    return links[0]
