"""The public pages as files: whole, linked, and with nothing that a stranger may not read."""

import re
from urllib.parse import unquote, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from clausier.policy.actions import save_protected
from clausier.web.static_site import NothingToPublishError, write_site
from factories.policy import changed, keeper, make_version, val_bleu
from web.test_protected import protected_terms

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("organization")]


HELD = (
    "index.html",
    "404.html",
    "fr/policy/index.html",
    "en/policy/1.0/index.html",
    "fr/policy/2.0/transparency.say-who-you-are/index.html",
    "en/policy/compare/1.0-2.0/index.html",
    "fr/comments-policy/index.html",
    "fr/policy/2.0.pdf",
    "en/policy/2.0.docx",
    "fr/feed.xml",
    "static/ui/clausier.css",
)


@pytest.fixture
def site(tmp_path):
    """The site of an organisation with two versions, one clause internal."""
    make_version(changed("en: During breaks.}", "en: During breaks.}\n    visibility: internal"))
    make_version(changed("Say what ties you to us.", "Say it."))
    write_site(tmp_path / "site", "https://valbleu.example/politique")
    return tmp_path / "site"


def links(file):
    """Yield what a page leads to."""
    for node in LexborHTMLParser(file.read_text(encoding="utf-8")).css("[href], [src]"):
        yield node.attributes.get("href") or node.attributes.get("src") or ""


def test_it_is_whole_and_linked_and_needs_no_program(site):
    """Both languages, each version and clause, what changed, the files, the feed and the map; no form, no sign-in."""
    for name in HELD:
        assert (site / name).is_file(), name
    assert "https://valbleu.example/politique/fr/policy" in (site / "sitemap.xml").read_text(encoding="utf-8")
    for file in site.rglob("*.html"):
        page = file.read_text(encoding="utf-8")
        assert not re.search(r"<form|<iframe|account/login|hx-|localhost", page), file
        base = site if file.name == "404.html" else file.parent
        lost = [link for link in links(file) if not _leads(base, link)]
        assert (file, lost) == (file, [])


def _leads(base, link):
    """Tell whether a link leads out of the site, or to a file of it."""
    where = urlsplit(link)
    return bool(where.scheme) or not where.path or link == "/" or (base / unquote(where.path)).exists()


def test_no_byte_of_it_holds_a_protected_entry(tmp_path):
    """The town publishes its policy, and keeps its lists."""
    files = val_bleu()
    save_protected(actor=keeper(), files={path: text for path, text in files.items() if path.startswith("protected/")})
    make_version(files)
    write_site(tmp_path)
    pages = [file for file in tmp_path.rglob("*") if file.suffix in {".html", ".md", ".xml"}]
    said = " ".join(file.read_text(encoding="utf-8") for file in pages).casefold()
    assert len(said) > 100_000
    assert [term for term in protected_terms(val_bleu()) if term.casefold() in said] == []


@pytest.mark.parametrize(
    "link",
    ["/en/policy/compare?from=../../../../outside&from=1.0&to=2.0", "/en/policy/9.9", "/en/policy/compare?to=7.7"],
)
def test_no_link_of_a_policy_leads_out_of_the_folder(tmp_path, link):
    """Somebody who writes in the policy chooses the links of its words, and no file of the machine."""
    make_version(changed("en: During breaks.}", "en: At lunch.}"))
    make_version(changed("en: During breaks.}", f'en: "During breaks, [as told]({link})."}}'))
    write_site(tmp_path / "deep" / "site")
    assert [path.name for path in tmp_path.iterdir()] == ["deep"]
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["site"]
    assert not [path for path in tmp_path.rglob("*") if "outside" in path.name]


def test_without_a_policy_there_is_nothing_to_publish(tmp_path):
    with pytest.raises(NothingToPublishError):
        write_site(tmp_path / "site")
