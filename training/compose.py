"""Sentences about sentences: the curriculum's attacks, quoted, denied, refuted, prefaced and owned.

    python training/compose.py LINES

What tells an attack from speech against it is often outside of the attack: "nobody should say that …", "honestly, …".
So each frame below is filled with attacks of the curriculum (never of the same held-out frame on both sides) and says
of the whole whether it is one. Written for this project; the attacks are those of ``hate.jsonl.gz`` in LINES, where
``composed.jsonl.gz`` is written.
"""

import argparse
import gzip
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from prepare import part_of, write

# {q}: the attack as it is, for quotation marks; {t}: the same inside a sentence, after "that".
FRAMES: dict[tuple[str, int], str] = {
    ("en", 0): """
Saying "{q}" is disgusting.
Whoever wrote "{q}" should be ashamed.
"{q}" is not an opinion, it's bigotry.
Stop posting things like "{q}" on this page.
My neighbour yelled "{q}" at us yesterday and nobody did anything.
Someone commented "{q}" under my picture.
"{q}", he told me. I cried all evening.
The graffiti said "{q}" and the town took it down within an hour.
I reported the comment "{q}", please remove it.
How can anybody still write "{q}" in this day and age?
Comments like "{q}" have no place here.
People who say "{q}" are the problem.
If you think "{q}", you need help.
The candidate was fined for tweeting "{q}".
In class we discussed why "{q}" is hate speech.
Don't ever say "{q}" in front of my kids.
"{q}" Really? That is so wrong and so hurtful.
You can't just shout "{q}" and call it a joke.
I lost a friend because he kept repeating "{q}".
He was arrested after screaming "{q}" in the mosque.
Nobody should believe that {t}
No one has the right to claim that {t}
It is simply false that {t}
I do not think that {t}
I would never say that {t}
We refuse to accept the idea that {t}
Only a bigot would say that {t}
It's a lie that {t}
There is no evidence whatsoever that {t}
I'm sick of hearing that {t}
Teach your children never to think that {t}
It is racist to pretend that {t}
It hurts when people say that {t}
My grandfather used to believe that {t} He was wrong, and he said so before he died.
The study found no support for the claim that {t}
I was raised to think that {t} I know better now.
You are wrong if you believe that {t}
It is never okay to say that {t}
Imagine being so ignorant that you think {t}
The report denounces the prejudice that {t}
Nobody deserves to be told that {t}
Why do some people still insist that {t} It makes me so sad.
Being told all your life that {t} leaves scars.
Let's fight the stereotype that {t}
The old myth that {t} was debunked decades ago.
""",
    ("en", 1): """
Honestly, {t}
I'm not racist but {t}
Sorry not sorry: {t}
Unpopular opinion: {t}
Everybody knows that {t}
Let's be real, {t}
It's a fact that {t}
Call me a bigot all you want, {t}
Nobody dares to say it, but {t}
The media won't tell you that {t}
They deleted my last comment, so I'll say it again: {t}
I don't care who gets offended, {t}
Just my two cents: {t}
My dad always said "{q}" and he was right.
"{q}" That's exactly what I think.
Somebody wrote "{q}" and I couldn't agree more.
Finally someone says it: "{q}"
I used to be nice, but now I see that {t}
You know what? {q}
Not hating, just stating facts. {q}
I have nothing against them personally but {t}
Prove me wrong: {t}
Am I the only one who thinks that {t}
Why is nobody allowed to say that {t}
If we're being honest here {t}
With all due respect, {t}
lol {t}
Wake up people, {t}
Of course {t}
No wonder everything goes wrong: {t}
I will teach my children that {t}
Science proves that {t}
Never forget that {t}
You can't deny that {t}
I don't want to be rude but {t}
Freedom of speech: {q}
Wish the mayor had the guts to admit that {t}
I've seen it with my own eyes, {t}
Ban me if you want. {q}
It's not hate, it's common sense: {t}
""",
    ("fr", 0): """
Dire « {q} », c'est dégoûtant.
Celui qui a écrit « {q} » devrait avoir honte.
« {q} », ce n'est pas une opinion, c'est du racisme.
Arrêtez d'écrire des choses comme « {q} » sur cette page.
Mon voisin nous a crié « {q} » hier et personne n'a bougé.
Quelqu'un a commenté « {q} » sous ma photo.
« {q} », qu'il m'a lancé. J'ai pleuré toute la soirée.
Le graffiti disait « {q} » et la ville l'a effacé en une heure.
Je signale le commentaire « {q} », merci de le retirer.
Comment peut-on encore écrire « {q} » de nos jours?
Les commentaires du genre « {q} » n'ont pas leur place ici.
Les gens qui disent « {q} » sont le vrai problème.
Si tu penses « {q} », va te faire aider.
Le candidat a été condamné pour avoir tweeté « {q} ».
En classe, on a expliqué pourquoi « {q} » est un discours haineux.
Ne dis jamais « {q} » devant mes enfants.
« {q} » Vraiment? C'est faux et c'est blessant.
On ne peut pas crier « {q} » et appeler ça une blague.
J'ai perdu un ami parce qu'il répétait « {q} ».
Il a été arrêté après avoir hurlé « {q} » dans l'autobus.
Personne ne devrait croire que {t}
Nul n'a le droit de prétendre que {t}
Il est tout simplement faux que {t}
Je ne pense pas que {t}
Jamais je ne dirais que {t}
Nous refusons l'idée que {t}
Il faut être bien ignorant pour dire que {t}
C'est un mensonge de dire que {t}
Il n'y a aucune preuve que {t}
Je suis tanné d'entendre que {t}
Apprenez à vos enfants à ne jamais penser que {t}
C'est raciste de prétendre que {t}
Ça fait mal quand les gens disent que {t}
Mon grand-père croyait que {t} Il avait tort et il l'a reconnu.
L'étude contredit l'affirmation selon laquelle {t}
On m'a élevé en me disant que {t} Je sais maintenant que c'est faux.
Vous vous trompez si vous croyez que {t}
Ce n'est jamais correct de dire que {t}
Le rapport dénonce le préjugé voulant que {t}
Personne ne mérite de se faire dire que {t}
Pourquoi certains répètent-ils encore que {t} Ça me rend triste.
Se faire dire toute sa vie que {t} ça laisse des traces.
Combattons le stéréotype selon lequel {t}
Le vieux mythe voulant que {t} est démenti depuis longtemps.
Non, ce n'est pas vrai que {t}
""",
    ("fr", 1): """
Honnêtement, {t}
Je suis pas raciste mais {t}
Désolé, mais {t}
Opinion impopulaire : {t}
Tout le monde sait que {t}
Soyons francs, {t}
C'est un fait que {t}
Traitez-moi de tous les noms si vous voulez, {t}
Personne n'ose le dire, mais {t}
Les médias vous cachent que {t}
Vous avez effacé mon commentaire, alors je le répète : {t}
Je me fiche de qui ça choque, {t}
À mon humble avis, {t}
Mon père disait toujours « {q} » et il avait raison.
« {q} » C'est exactement ce que je pense.
Quelqu'un a écrit « {q} » et je suis bien d'accord.
Enfin quelqu'un qui le dit : « {q} »
Avant j'étais tolérant, mais là je vois bien que {t}
Vous savez quoi? {q}
C'est pas de la haine, c'est des faits. {q}
J'ai rien contre eux personnellement mais {t}
Prouvez-moi le contraire : {t}
Suis-je le seul à penser que {t}
Pourquoi on n'a pas le droit de dire que {t}
Si on est honnête deux minutes, {t}
Avec tout le respect, {t}
mdr {t}
Réveillez-vous, {t}
Évidemment que {t}
Pas étonnant que tout aille mal : {t}
J'apprendrai à mes enfants que {t}
La science prouve que {t}
N'oubliez jamais que {t}
On ne peut pas nier que {t}
Je veux pas être méchant mais {t}
Liberté d'expression : {q}
J'aimerais que le maire ait le courage d'avouer que {t}
Je l'ai vu de mes yeux, {t}
Bannissez-moi si vous voulez. {q}
C'est pas de la haine, c'est du bon sens : {t}
""",
}
EACH = 24  # fillings of a frame
PLAIN = re.compile(
    r"^(?:i|we|my|you|your|je|j'|moi|nous|mon|ma|on|tu|vous|si|if|why|pourquoi|how|what|are|is|do|est-ce)\b",
    re.IGNORECASE,
)
OF_USE = (
    "derog",
    "conspiracy",
    "exclusion",
    "negated_positive",
    "threat_normative",
    "profanity_hate",
    "profanity_group",
    "opinion",
)


def usable(line: dict[str, Any]) -> bool:
    """Tell whether an attack is short, in plain characters and not itself about a sentence."""
    text = line["text"]
    return (
        bool(line["labels"])
        and line["function"].startswith(OF_USE)
        and len(text) < 130
        and not any(s in text for s in '"«“?')
    )


def composed(lines: list[dict[str, Any]], seed: int = 7) -> Iterator[dict[str, Any]]:
    """Yield the filled frames."""
    chance = random.Random(seed)
    for (lang, hate), frames in FRAMES.items():
        attacks = [line for line in lines if line["lang"] == lang and usable(line)]
        inside = [line for line in attacks if not PLAIN.match(line["text"])]
        for number, frame in enumerate(filter(None, frames.splitlines())):
            group = f"{lang}/composed{hate}/{number}"
            part = part_of(group)
            pool = [
                line
                for line in (attacks if "{q}" in frame else inside)
                if line["part"] == part or (part == "train" and line["part"] == "train")
            ]
            for line in chance.sample(pool, min(EACH, len(pool))):
                text = line["text"].strip()
                told = text[0].lower() + text[1:] if not text[:2].isupper() else text
                filled = frame.format(
                    q=text.rstrip(" ."), t=told if told[-1:] in ".!" else told + chance.choice(("", ".", "."))
                )
                if chance.random() < 0.25:
                    filled = filled.replace('"', "").replace("« ", "").replace(" »", "")
                if chance.random() < 0.3:
                    filled = filled.lower()
                yield {
                    "text": filled, "lang": lang, "labels": ["abuse.hate"] if hate else [], "only": ["abuse.hate"],
                    "function": f"composed_{'as_attack' if hate else 'against'}", "target": line.get("target"), "group": group, "part": part,
                }  # fmt: skip


def main() -> None:
    """Write the composed lines beside the others."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lines", type=Path)
    asked = parser.parse_args()
    with gzip.open(asked.lines / "hate.jsonl.gz", "rt", encoding="utf-8") as file:
        lines = [json.loads(line) for line in file]
    write(asked.lines / "composed.jsonl.gz", composed(lines))


if __name__ == "__main__":
    main()
