"""A small policy folder without a single problem, and the means to spoil it in one place."""

from pathlib import Path

from clausier.document.checks import check
from clausier.document.problems import Place, Problem, by_place
from clausier.document.reading import read_folder

Files = dict[str, str]

POLICY = """\
clausier: 1
id: sample
languages: [fr, en]
title: {fr: Politique, en: Policy}
sector: public-body
regulation_packs: []
audiences:
  everyone: {name: {fr: Tout le personnel, en: All staff}}
  managers: {name: {fr: Gestionnaires, en: Managers}, within: everyone}
duties:
  communications: {name: {fr: Communications, en: Communications}}
  moderation: {name: {fr: Modération, en: Moderation}}
review: {every: 24m, by: communications}
reference_date: 2026-11-23
"""

FACTS = """\
names: {fr: [Ville de Val-Bleu], en: [City of Val-Bleu]}
handles: {"*": ["@VilleValBleu"], facebook: ["@ValBleu"]}
offerings:
  - {id: pool, names: {fr: Complexe Aqua-Nord, en: Complexe Aqua-Nord}}
public_figures:
  - {name: Renée Alarie, role: {fr: mairesse, en: mayor}, party: alarie}
parties:
  - {id: alarie, names: [Équipe Alarie]}
periods:
  election: {from: 2029-09-21, to: 2029-11-04}
calendar: {timezone: America/Toronto, holidays: CA-QC, hours: {mon-fri: "08:30-16:30"}}
"""

PROTECTED = """\
entries:
  - {term: Projet Mésange, also: [Project Chickadee], until: 2027-03-15, owner: communications}
"""

TRANSPARENCY = """\
chapter: transparency
number: 2
title: {fr: La transparence, en: Transparency}
clauses:
  - id: transparency.say-who-you-are
    title: {fr: Dire qui l'on est, en: Say who you are}
    text: {fr: Dites ce qui vous lie à nous., en: Say what ties you to us.}
    audience: [everyone]
    commit: {as: acknowledge, within: 30d, then: [manager, communications]}
    disclose:
      declare: [employer, client]
      wordings:
        - relation: employee
          network: face*
          long: {fr: "Je travaille pour {organization}.", en: "I work for {organization}."}
          short: {fr: (j'y travaille), en: (I work there)}
    rules:
      - id: say-first
        direction: outgoing
        when: {signal: [disc.needed], channel: [facebook, "x"]}
        unless: {signal: [disc.clear]}
        do: block
        say: {fr: Dites d'abord ce qui vous lie à la Ville., en: First say what ties you to the City.}
      - id: say-calmly
        when: {signal: ["abuse.*", "!abuse.profanity"], time: quiet-hours}
        do: advise
        say: {fr: Relisez-vous., en: Read it again.}
    examples:
      - {text: "Bravo à {party}!", lang: fr, as: employee, channel: facebook, expect: block, because: say-first}
      - {text: "What an idiot!", lang: en, as: employee, expect: advise}
    questions:
      - ask: {fr: "Que dire?", en: "What do you say?"}
        choices:
          - {text: {fr: Qui je suis, en: Who I am}, right: true}
          - {text: {fr: Rien, en: Nothing}}
"""

REGULATION = """\
chapter: regulation
number: 4
title: {fr: La réglementation, en: Regulation}
clauses:
  - id: regulation.approval
    title: {fr: Approbation, en: Approval}
    text: {fr: Une autre personne relit., en: Someone else reviews it.}
    approve: {id: pre-approval, by: [{audience: managers}, {duty: communications}]}
"""

CONFIDENTIALITY = """\
chapter: confidentiality
number: 5
title: {fr: La confidentialité, en: Confidentiality}
clauses:
  - id: confidentiality.names
    title: {fr: Les noms protégés, en: Protected names}
    text: {fr: Ils ne se publient pas., en: They are not published.}
    protect: {lists: [code-names]}
"""

TIME = """\
chapter: time
number: 6
title: {fr: Le temps, en: Time}
clauses:
  - id: time.use
    title: {fr: Quand, en: When}
    text: {fr: Pendant les pauses., en: During breaks.}
    use:
      - {audience: [everyone], network: ["*"], moment: [break], answer: yes}
    quiet: {mon-sun: "20:00-07:00"}
    share: {voluntary: true}
"""

ACCOUNTS = """\
chapter: accounts
number: 7
title: {fr: Les comptes, en: Accounts}
clauses:
  - id: accounts.register
    title: {fr: Le registre, en: The register}
    text: {fr: Chaque compte y est., en: Every account is in it.}
    keep_account:
      leave:
        - {step: change-password, within: 1d, by: communications}
"""

RESPONSES = """\
chapter: responses
number: 8
title: {fr: Les réponses, en: Responses}
clauses:
  - id: responses.questions
    title: {fr: Les questions, en: Questions}
    text: {fr: Chaque question a sa réponse., en: Every question has its answer.}
    answer:
      id: questions
      way: expert
      topics:
        - {id: snow, name: {fr: Neige, en: Snow}, match: [charrue], duty: communications}
        - {id: roads, name: {fr: Routes, en: Roads}, duty: communications}
      approve: pre-approval
    rules:
      - {id: route-questions, when: {intent: question}, route: questions, notify: [communications, managers]}
    examples:
      - {text: "Quand passe la charrue?", lang: fr, as: public, expect: publish, because: route-questions}
"""

COMMENTS = """\
chapter: comments
number: 9
title: {fr: Les commentaires, en: Comments}
clauses:
  - id: comments.open
    title: {fr: Où commenter, en: Where to comment}
    text: {fr: Ici et là., en: Here and there.}
    visibility: public
    comments:
      - channel: [facebook]
        mode: post
        why: {fr: Pour vous lire., en: To read you.}
        appeal: {within: 30d, answered: 10d, by: moderation}
  - id: comments.attacks
    title: {fr: Les attaques sont retirées, en: Attacks are removed}
    text: {fr: Une attaque vise une personne., en: An attack is aimed at a person.}
    remove_for:
      neutral: true
      say: {fr: Ce commentaire attaque une personne., en: This comment attacks a person.}
    rules:
      - id: hide-numbers
        when:
          signal: [pi.sin, pi.phone]
          history: {decisions: {at_least: 1, within: 12m}}
        do: hide
        look: {within: 4h, by: moderation}
        say: {fr: Republiez sans ce numéro., en: Post it again without the number.}
    examples:
      - {text: "Mon NAS: 130 692 544", lang: fr, as: public, expect: hide}
"""

CONSEQUENCES = """\
chapter: consequences
number: 10
title: {fr: Les conséquences, en: Consequences}
clauses:
  - id: consequences.ladder
    title: {fr: L'échelle, en: The ladder}
    text: {fr: On commence par se parler., en: We begin by talking.}
    ladder:
      - gravity: minor
        steps:
          - {id: talk, title: {fr: Conversation, en: Conversation}}
          - {id: letter, title: {fr: Lettre, en: Letter}}
        hear: 5d
        deciders: 2
        appeal: 15d
        seal: 24m
"""

CRISIS = """\
chapter: crisis
number: 11
title: {fr: La crise, en: Crisis}
clauses:
  - id: crisis.freeze
    title: {fr: Tout arrêter, en: Stop everything}
    text: {fr: On suspend les publications., en: Posts are put off.}
    freeze: {by: communications, say: {fr: On suspend., en: Put off.}}
"""


def _plain(number: int, slug: str, statement: str) -> str:
    return f"""\
chapter: {slug}
number: {number}
title: {{fr: Titre, en: Title}}
clauses:
  - id: {slug}.only
    title: {{fr: Seule, en: Only}}
    text: {{fr: Le texte., en: The text.}}
    {statement}
"""


FILES: Files = {
    "policy.yaml": POLICY,
    "facts.yaml": FACTS,
    "protected/code-names.yaml": PROTECTED,
    "chapters/01-expectations.yaml": _plain(1, "expectations", "breach: {gravity: minor}"),
    "chapters/02-transparency.yaml": TRANSPARENCY,
    "chapters/03-training.yaml": _plain(3, "training", "learn: {pass: 80}"),
    "chapters/04-regulation.yaml": REGULATION,
    "chapters/05-confidentiality.yaml": CONFIDENTIALITY,
    "chapters/06-time.yaml": TIME,
    "chapters/07-accounts.yaml": ACCOUNTS,
    "chapters/08-responses.yaml": RESPONSES,
    "chapters/09-comments.yaml": COMMENTS,
    "chapters/10-consequences.yaml": CONSEQUENCES,
    "chapters/11-crisis.yaml": CRISIS,
}


def full_name(start: str) -> str:
    """Return the file of the sample that is meant by the beginning of its last name: ``02``, ``facts``."""
    return next(file for file in FILES if file.rpartition("/")[2].startswith(start))


def spoiled(*changes: tuple[str, str, str]) -> Files:
    """Return the sample with, in each file that is told, one text in the place of another that stands there once."""
    files = dict(FILES)
    for start, old, new in changes:
        file = full_name(start)
        assert files[file].count(old) == 1, (file, old)
        files[file] = files[file].replace(old, new)
    return files


def write(where: Path, files: Files) -> Path:
    for file, text in files.items():
        path = where / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return where


def problems(where: Path, files: Files) -> list[Problem]:
    """Return what reading and checking tell of a folder."""
    folder = read_folder(write(where, files))
    return sorted([*folder.problems, *check(folder)], key=by_place)


def place_of(files: Files, file: str, needle: str) -> Place:
    """Return the place of the first occurrence of a text in a file."""
    before = files[file][: files[file].index(needle)]
    return Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
