"""Whatever a folder holds, reading and checking answer with problems: nothing else is ever raised."""

import zipfile
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clausier.document.checks import check
from clausier.document.problems import UnreadableError
from clausier.document.reading import library_policies, parse, read_folder
from clausier.document.reading.source import MAX_NODES
from folders import FILES, write

SHELF = Path(read_folder.__code__.co_filename).parents[2] / "library" / "policies"
NAMES = sorted(FILES)
# Words that mean something somewhere in a policy, and what breaks YAML.
TOKENS = sorted({word for text in FILES.values() for word in text.replace(":", ": ").split()})
ODD = ["", " ", "\t", "- ", "? ", "{", "}", "[", "]", "&a ", "*a", "!", "!!", "'", '"', "|", ">", "%", "@", "#", "---"]
ODD += ["\u0000", "\u2028", "\ufeff", "é", "𝕏", "null", "~", "9" * 5000, "1e999", "nan", "-1", "٣", "a" * 3000, "{x}"]

lines = st.lists(st.sampled_from(TOKENS + ODD) | st.text(max_size=20), max_size=12).map(" ".join)
names = st.sampled_from([word.strip("[]{},:") for word in TOKENS]) | st.text(max_size=8)
trees = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | names,
    lambda children: st.lists(children, max_size=4) | st.dictionaries(names, children, max_size=6),
    max_leaves=30,
)
relaxed = settings(database=None, suppress_health_check=[HealthCheck.too_slow])


def _is_answered(where):
    """Read and check; every problem can be said."""
    try:
        folder = read_folder(where)
    except UnreadableError as error:
        problems = [error.problem]
    else:
        problems = [*folder.problems, *check(folder)]
    for problem in problems:
        assert all(problem.message(language) and problem.suggestion(language) for language in ("fr", "en"))
        assert problem.place.line >= 1
        assert problem.place.column >= 1
    return problems


def _with(file, data):
    with TemporaryDirectory() as where:
        write(Path(where), FILES)
        (Path(where) / file).write_bytes(data)
        return _is_answered(Path(where))


@relaxed
@given(st.sampled_from(NAMES), st.binary(max_size=300))
def test_any_bytes_in_a_file(file, data):
    """Of any file of the folder."""
    _with(file, data)


@relaxed
@given(st.binary(max_size=400), st.integers(0, 3000), st.integers(0, 400))
def test_any_bytes_in_a_zip(data, start, length):
    """In the place of a stretch of a zip, or as a whole file."""
    with TemporaryDirectory() as where:
        path = Path(where) / "policy.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in FILES.items():
                archive.writestr(name, text)
        whole = path.read_bytes()
        path.write_bytes(whole[:start] + data + whole[start + length :])
        _is_answered(path)


@relaxed
@given(st.text() | st.lists(lines).map("\n".join))
def test_any_text_is_read_or_refused(text):
    """By the parser alone: a tree or an UnreadableError."""
    with suppress(UnreadableError):
        parse(text.encode("utf-8", "surrogatepass"), "x.yaml", [MAX_NODES])


@relaxed
@given(st.sampled_from(NAMES), trees)
def test_any_tree_in_a_file(file, tree):
    """Sound YAML of any shape."""
    _with(file, yaml.safe_dump(tree, allow_unicode=True).encode("utf-8", "replace"))


@st.composite
def mutations(draw, texts):
    """The files of a folder after a few mishaps: lines lost, doubled, moved, cut, replaced."""
    files = dict(texts)
    for _ in range(draw(st.integers(1, 4))):
        file = draw(st.sampled_from(sorted(files)))
        kept = files[file].split("\n")
        at = draw(st.integers(0, len(kept) - 1))
        line = kept[at]
        half = draw(st.integers(0, len(line)))
        other, elsewhere = draw(lines), draw(st.sampled_from(kept))
        cuts = [[line[:half]], [line[2:]], ["  " + line], [line[:half] + " " + line[half:]], [line[:half] + other]]
        becomes = draw(st.sampled_from([[], [line, line], [elsewhere], *cuts]))
        files[file] = "\n".join([*kept[:at], *becomes, *kept[at + 1 :]])
    return files


@relaxed
@given(mutations(FILES))
def test_any_mishap(files):
    """In the small folder."""
    with TemporaryDirectory() as where:
        for file, text in files.items():
            path = Path(where) / file
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text.encode("utf-8", "replace"))
        _is_answered(Path(where))


def _library(name):
    root = SHELF / name
    files = sorted(root.rglob("*.yaml"))
    return {file.relative_to(root).as_posix(): file.read_text(encoding="utf-8") for file in files}


@pytest.mark.parametrize("name", library_policies())
def test_any_mishap_in_a_policy_of_the_library(name):
    """In the real ones, a few times."""

    @settings(relaxed, max_examples=15)
    @given(mutations(_library(name)))
    def mishap(files):
        with TemporaryDirectory() as where:
            _is_answered(write(Path(where), files))

    mishap()
