"""The page of a policy: whole, addressable, safe, and nothing from elsewhere."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files
from types import SimpleNamespace

import pytest

from clausier.document.model import Audience, Choice, Clause, Contacts, Example, Facts, Localized, Question, Rule
from clausier.document.placeholders import fill
from clausier.document.rendering import Edition, render_html, render_markdown
from policy_samples import FULL, FULL_RULE, clause, policy

FACTS = Facts(
    names={"fr": ("Ville de Val-Bleu",), "en": ("City of Val-Bleu",)},
    called=Localized(fr="la Ville", en="the City"),
    handles={"*": ("@VilleValBleu",)},
    contacts=Contacts(emails=("info@valbleu.example",)),
)
FULL_CLAUSE = Clause(
    id="time.full",
    title=Localized(fr="Dire l'heure", en="Tell <the> time"),
    purpose=Localized(fr="Pour rire.", en="For fun."),
    text=Localized(fr="Un *mot* : <script>alert(1)</script>\n\n[lien](javascript:alert(1))", en="A *word*."),
    audience=("everyone",),
    serves=("qc-x", "unknown"),
    rules=(FULL_RULE, Rule(id="b", do="hold")),
    examples=(
        Example(text="{organization} et {protected}", lang="fr", as_="employee", channel="facebook", expect="block"),
        Example(text="Fine <b>", lang="en", expect="allow"),
        Example(text="More", lang="en", expect="allow"),
    ),
    questions=(
        Question(
            ask=Localized(fr="Quand?", en="When?"), choices=(Choice(text=Localized(fr="Ici", en="Here"), right=True),)
        ),
    ),
    **FULL,  # type: ignore[arg-type]
)
INTERNAL = clause(visibility="internal")
POLICY = policy(INTERNAL, FULL_CLAUSE)
LAW = SimpleNamespace(citation=Localized(fr="RLRQ", en="CQLR"), say=Localized(fr="On cite.", en="We cite."))
EDITION = Edition(
    version="2.0",
    digest="abc123",
    runs=frozenset({"quiet"}),
    obligations={"qc-x": LAW},
    others={"en": "policy.en.html"},
)
FRENCH = render_html(POLICY, FACTS, "fr", EDITION)


class _Balance(HTMLParser):
    """Checks that tags are closed in order, and collects attributes."""

    void = frozenset({"meta", "br", "hr", "link"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.attributes: list[tuple[str, str, str | None]] = []

    def handle_starttag(self, tag, attrs):
        self.attributes += [(tag, name, value) for name, value in attrs]
        if tag not in self.void:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def parsed(page):
    """Return the page's attributes, its tags balanced."""
    checker = _Balance()
    checker.feed(page)
    assert not checker.open
    return checker.attributes


@pytest.mark.parametrize("language", ["fr", "en"])
def test_stands_alone(language):
    """No script, no other resource, tags balanced, every inner link has a target, ids are unique."""
    attributes = parsed(render_html(POLICY, FACTS, language, EDITION))
    ids = [value for _, name, value in attributes if name == "id"]
    assert len(ids) == len(set(ids))
    targets = [value[1:] for _, name, value in attributes if name == "href" and value.startswith("#")]
    assert set(targets) <= set(ids)
    assert "time.full" in targets
    assert not [name for _, name, _ in attributes if name == "src" or name.startswith("on")]
    assert ("html", "lang", language) in attributes


@pytest.mark.parametrize(
    ("language", "reviewed"),
    [("fr", "tous les 12 mois, par «\u00a0Greffe\u00a0»."), ("en", "every 12 months, by “Council office”.")],
)
def test_tells_when_the_policy_is_reviewed(language, reviewed):
    """Near the title, on either page."""
    assert reviewed in render_html(POLICY, FACTS, language).partition("</header>")[0]
    assert reviewed in render_markdown(POLICY, FACTS, language).partition("##")[0]


def test_a_policy_that_gives_its_version_keeps_it():
    """An adopted version that was exported is no draft."""
    assert "Version 1.0" in render_html(replace(POLICY, version="1.0"), FACTS, "fr")
    assert "Projet, non adopté" in render_html(POLICY, FACTS, "fr")


def test_tells_what_the_whole_policy_is_held_to():
    """A clause that promises by its examples says so among what runs."""
    promise = Example(text="Bah!", lang="fr", expect="publish", by="policy")
    page = render_html(policy(clause(examples=(promise,))), FACTS, "en")
    runs = re.findall(r'<section class="runs">.*?</section>', page, re.DOTALL)
    assert "tested against the whole policy" in runs[0]


def test_lets_no_markup_in():
    """Markup in a text or a title is shown, not obeyed."""
    assert "<script" not in FRENCH
    assert "javascript:" not in [value for _, name, value in parsed(FRENCH) if name == "href"]
    assert 'href="javascript' not in FRENCH
    assert "Tell &lt;the&gt; time" in render_html(POLICY, FACTS, "en", EDITION)
    assert "<em>mot</em>" in FRENCH


def test_an_internal_clause_keeps_its_number_and_nothing_else():
    """The public page numbers it; the page for staff shows it."""
    assert 'id="time.alpha"' not in FRENCH
    assert '<span class="number">6.1</span> Clause interne, non publiée' in FRENCH
    assert 'id="time.alpha"' in render_html(POLICY, FACTS, "fr", Edition(public=False))
    assert "Titre" not in FRENCH


def test_tells_what_runs_from_what_people_carry_out():
    """Rules and the named statements run; the page claims nothing of the others."""
    runs, planned = re.findall(r'<section class="(?:runs|planned)">.*?</section>', FRENCH, re.DOTALL)
    assert "demander de ne pas publier" in runs
    assert "Heures de tranquillité" in runs
    assert "Prévu par la politique" in planned
    assert "Chaque compte doit avoir" in planned
    assert "Heures de tranquillité" not in planned


@pytest.mark.parametrize("render", [render_html, render_markdown])
def test_a_guide_is_only_its_text(render):
    """Nothing is said of what the software does, nor of what people do."""
    page = render(policy(clause(guide=True)), FACTS, "fr")
    assert "Titre" in page
    assert "logiciel" not in page
    assert "Prévu" not in page


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fr", "*Pour\u00a0: Tout le personnel; Gestionnaires*"),
        ("en", "*For: All staff; Managers*"),
        ("fr", "- «\u00a0C’est l’heure…\u00a0» → demander une relecture"),
        ("en", "- “C’est l’heure…” → ask for a review"),
    ],
)
def test_sets_lists_and_quotations_as_the_language_does(language, expected):
    """Audiences are listed, quotations are those of the page, apostrophes those of print."""
    example = Example(text="C'est l'heure…", lang="fr", expect="review")
    made = policy(clause(audience=("everyone", "managers"), examples=(example,)))
    managers = Audience(name=Localized(fr="Gestionnaires", en="Managers"))
    page = render_markdown(replace(made, audiences={**made.audiences, "managers": managers}), FACTS, language)
    assert expected in page


def test_no_straight_apostrophe_is_left():
    """In either language, on either page, but in the style sheet."""
    for language in ("fr", "en"):
        for render in (render_html, render_markdown):
            page = render(POLICY, FACTS, language, EDITION).rpartition("</style>")[2]
            assert not re.search(r"\w(?:'|&#x27;)", page)


def test_fills_placeholders_but_never_a_protected_name():
    """Examples read with the facts of the organisation."""
    assert "La Ville et [nom protégé]" in FRENCH
    assert fill("{handle} {email} {phone} {other} {protected}", FACTS, "en") == (
        "@VilleValBleu info@valbleu.example [phone] {other} [protected name]"
    )


def test_cites_known_laws_and_names_the_edition():
    """Version, digest, the other language and the law are there, set as print."""
    assert "Version 2.0, empreinte abc123" in FRENCH
    assert '<a href="policy.en.html" lang="en" hreflang="en">English</a>' in FRENCH
    assert "<cite>RLRQ</cite> On cite." in FRENCH
    assert "Dire l’heure" in FRENCH
    assert "Un <em>mot</em>&nbsp;:" in FRENCH


def test_marks_the_language_of_an_example():
    """An example in another language than the page says so."""
    assert '<blockquote lang="en">Fine &lt;b&gt;</blockquote>' in FRENCH
    assert "<blockquote>La Ville" in FRENCH


def test_reads_as_markdown():
    """The same content, with anchors and without tags but those."""
    page = render_markdown(POLICY, FACTS, "en", EDITION)
    assert "### 6.1 Internal clause, not published" in page
    assert '### <a id="time.full"></a>6.2 Tell <the> time' in page
    assert "](#time.full)" in page
    assert "**Provided for by the policy (carried out by people)**" in page
    assert "- Here (**right answer**)" in page


def _luminance(colour):
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * each for weight, each in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("scheme", [0, 1])
@pytest.mark.parametrize("ground", ["paper", "wash"])
@pytest.mark.parametrize("ink", ["ink", "soft", "accent"])
def test_contrast_is_enough(scheme, ground, ink):
    """Every ink on every ground reaches 4.5 to 1, light and dark."""
    style = (files("clausier.document.rendering") / "page.css").read_text(encoding="utf-8")
    colours = {name: re.findall(rf"--{name}: (#[0-9a-f]{{6}});", style)[scheme] for name in (ground, ink)}
    dark, light = sorted(_luminance(colour) for colour in colours.values())
    assert (light + 0.05) / (dark + 0.05) >= 4.5
