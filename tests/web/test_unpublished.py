"""What is internal or protected is in nothing public: no page, no file of any kind, read as its reader would."""

import io
import zipfile

import pypdfium2
import pytest
from django.test import Client

from clausier.policy.actions import adopt, approve, propose, repeal_clause, save_protected
from clausier.web.static_site import write_site
from factories.policy import approver, author, changed, in_days, keeper, make_version, val_bleu
from people import make_person, signed_in
from web.test_protected import protected_terms

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("organization")]
KINDS = ("pdf", "docx", "html", "md")
# Every word of an internal clause that could show: each of its texts holds this one.
WORD = "quinquina"
CLAUSE = f"accounts.{WORD}"
INTERNAL = f"""    visibility: internal
    purpose: {{fr: Le {WORD} du but., en: The {WORD} of the purpose.}}
    rules:
      - id: of-{WORD}
        direction: outgoing
        when: {{signal: [pi.sin]}}
        do: advise
        say: {{fr: "{WORD}!", en: "{WORD}!"}}
    examples:
      - {{text: "{WORD} 130 692 544", lang: en, as: employee, expect: advise, because: of-{WORD}}}
    questions:
      - ask: {{fr: "{WORD}?", en: "{WORD}?"}}
        choices:
          - {{text: {{fr: Oui, en: "Yes"}}, right: true}}
          - {{text: {{fr: Non, en: "No"}}}}
"""


def with_internal():
    """The sample with a clause that is the organisation's own, its id and title included."""
    text = f"    text: {{fr: Le {WORD}., en: The {WORD}.}}\n{INTERNAL}"
    files = changed("    text: {fr: Chaque compte y est., en: Every account is in it.}\n", text)
    files = changed("title: {fr: Le registre, en: The register}", f"title: {{fr: Le {WORD}, en: The {WORD}}}", files)
    return changed("accounts.register", CLAUSE, files)


def words_of(name, content):
    """Return the words of a file as its reader has them: a PDF and a Word file are opened."""
    if name.endswith("pdf"):
        file = pypdfium2.PdfDocument(content)
        said = [*file.get_metadata_dict().values(), *(page.get_textpage().get_text_range() for page in file)]
        return " ".join([*said, *(each.get_title() for each in file.get_toc())]).casefold()
    if name.endswith("docx"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return " ".join(packed.read(each).decode(errors="replace") for each in packed.namelist()).casefold()
    return content.decode(errors="replace").casefold()


def public_words(client, numbers, clauses=()):
    """Yield each public address of the policy and the words it gives."""
    for language in ("fr", "en"):
        paths = ["policy", "comments-policy", "policy/compare", "feed", "policy/embedded", "limits", "", "may-i"]
        paths += [f"policy/{number}.{kind}" for number in numbers for kind in KINDS]
        paths += [f"policy/{number}" for number in numbers]
        paths += [f"policy/compare?from={old}&to={new}" for old in numbers for new in numbers if old != new]
        paths += [f"policy/{number}/{clause}" for number in numbers for clause in clauses]
        paths += [f"policy/embedded?clause={clause}" for clause in clauses]
        for path in paths:
            answer = client.get(f"/{language}/{path}")
            yield path, words_of(path, answer.content) + str(answer.headers).casefold()


@pytest.fixture
def numbers():
    """Three versions: the internal clause is there, changes with a public one, and is to go, with a reason."""
    make_version(with_internal())
    again = changed(f"The {WORD}.", f"Another {WORD}.", with_internal())
    make_version(changed("Say what ties you to us.", "Say it.", again))
    draft = repeal_clause(actor=author(), clause=CLAUSE, reason=f"The {WORD} is over.")
    propose(actor=author(), version=draft)
    approve(actor=approver(), version=draft)
    adopt(actor=author(), version=draft, in_force_from=in_days(3))
    return ("1.0", "2.0", "3.0")


def test_an_internal_clause_is_in_nothing_public(numbers):
    said = dict(public_words(Client(), numbers, [CLAUSE]))
    assert sum(map(len, said.values())) > 100_000
    assert [path for path, words in said.items() if WORD in words.replace(path, "")] == []


def test_nor_in_what_somebody_signed_in_passes_on(numbers):
    """The files and what another site shows are the same for everybody."""
    said = public_words(signed_in(make_person("Employee")), numbers, [CLAUSE])
    passed_on = {path: words for path, words in said if path.endswith((*KINDS, "feed")) or "embedded" in path}
    assert [path for path, words in passed_on.items() if WORD in words.replace(path, "")] == []


def test_nor_in_the_site_that_is_exported(numbers, tmp_path):
    write_site(tmp_path / "site", "https://valbleu.example")
    files = [file for file in (tmp_path / "site").rglob("*") if file.is_file()]
    assert {file.suffix for file in files} >= {".pdf", ".docx", ".html", ".md", ".xml"}
    assert [file.name for file in files if WORD in words_of(file.name, file.read_bytes()) + str(file).casefold()] == []


def test_a_protected_entry_is_in_no_public_file():
    """The town publishes its policy in every kind of file, and keeps its lists."""
    files = val_bleu()
    save_protected(actor=keeper(), files={path: text for path, text in files.items() if path.startswith("protected/")})
    make_version(files)
    said = dict(public_words(Client(), ("1.0",), ["confidentiality.code-names"]))
    terms = [term.casefold() for term in protected_terms(files)]
    assert [(path, term) for path, words in said.items() for term in terms if term in words] == []
