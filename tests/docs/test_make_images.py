"""The picture of a terminal shows what the terminal showed."""

from xml.etree import ElementTree as ET

import pytest

from make_images import draw, heart_of_the_tour

SVG = "{http://www.w3.org/2000/svg}"


def _texts(output, title="./clausier demo"):
    texts = ET.fromstring(draw(output, title)).iter(f"{SVG}text")  # noqa: S314  # drawn here
    return [(text.text, text.get("x"), text.get("y"), text.get("class")) for text in texts]


def test_each_run_stands_in_its_cell_with_its_looks():
    """Colours and weights end where the terminal ends them."""
    title, *runs = _texts("ok \x1b[1;31mNo\x1b[22m way\x1b[0m.\n  \x1b[2mwhy\x1b[0m\n")
    assert title == ("./clausier demo", "62", "23.0", "title")
    assert runs == [
        ("ok", "20.0", "56", None),
        ("No", "45.2", "56", "bold red"),
        ("way", "70.4", "56", "red"),
        (".", "95.6", "56", None),
        ("why", "36.8", "76", "faint"),
    ]


def test_a_look_goes_on_to_the_next_line():
    """A terminal does not forget at the end of a line."""
    assert [looks for _, _, _, looks in _texts("\x1b[32ma\nb\x1b[39m\nc\n")[1:]] == ["green", "green", None]


def test_links_and_cursor_moves_leave_no_trace():
    """Only what can be seen is drawn, and markup stays text."""
    assert [text for text, *_ in _texts("\x1b]8;;x\x1b\\<a> & b\x1b]8;;\x1b\\\x1b[K\n")[1:]] == ["<a> & b"]


@pytest.mark.parametrize(("language", "said"), [("fr", "Puis-je publier"), ("en", "Great budget")])
def test_the_heart_of_the_tour_is_a_clause_and_a_message_that_it_stops(monkeypatch, language, said):
    """In the language of the picture, and on one screen."""
    for name in ("CLAUSIER_HOME", "LC_ALL", "COLUMNS", "FORCE_COLOR", "NO_COLOR"):
        monkeypatch.setenv(name, "")  # the picture sets them; they are as before after the test
    shown = heart_of_the_tour(language)
    assert shown.count("2.1 ") == 2
    assert said in shown
    assert "✗" in shown
    assert "→" in shown
    assert shown.count("\n") < 35
