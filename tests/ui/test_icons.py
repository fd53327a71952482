"""Every icon that a page or a panel asks for is drawn."""

import re

import clausier.ui.panels as register
from architecture.house import SOURCE

DRAWN = set(re.findall(r'<symbol id="([\w-]+)"', (SOURCE / "clausier/ui/static/ui/icons.svg").read_text()))


def test_pages_ask_for_icons_that_are_there():
    asked = {
        (path.name, name)
        for path in SOURCE.rglob("*.html")
        for name in re.findall(r"""{% icon ["']([\w-]+)["']""", path.read_text())
    }
    assert {each for each in asked if each[1] not in DRAWN} == set()


def test_panels_ask_for_icons_that_are_there():
    panels = register._panels.values()  # noqa: SLF001  # the register is read whole by nobody else
    assert {(panel.route, panel.icon) for panel in panels if panel.icon not in DRAWN} == set()


def test_panels_stand_in_a_group_that_is_shown():
    panels = register._panels.values()  # noqa: SLF001
    assert {panel.route for panel in panels if panel.group not in register.GROUPS} == set()
