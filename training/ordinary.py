"""Ordinary sentences that name a group: who did what, with whom, for whom.

    python training/ordinary.py LINES

A little grammar rather than frames, because ordinary talk has no limit, and a network that saw a group mostly in
attacks takes its name for one. Each sentence comes with protected groups and with trades and neighbours alike.
Written for this project; ``ordinary.jsonl.gz`` is written to LINES.
"""

import argparse
import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from named import FRAMES
from prepare import part_of, write

COUNT = 2_600  # sentences in each language
OTHERS = {
    "fr": "enseignants,voisins,étudiants,pompiers,bénévoles,musiciens,touristes,commerçants,retraités,cyclistes",
    "en": "teachers,neighbours,students,firefighters,volunteers,musicians,tourists,shopkeepers,drivers,cyclists",
}
WHO = {
    "fr": "Des {g}|Les {g}|Deux {g}|Plusieurs {g}|Quelques {g}|Une famille de {g}|Un groupe de {g}|Beaucoup de {g}|Une vingtaine de {g}|Certains {g}|Trois {g} du quartier|Les {g} de ma rue|Mes amis, des {g},|Des {g} de mon immeuble",
    "en": "Some {g}|The {g}|Two {g}|Several {g}|A few {g}|A family of {g}|A group of {g}|Many {g}|About twenty {g}|{g}|Three {g} from our block|The {g} on my street|My friends, who are {g},|{g} in my building",
}
DID = {
    "fr": "ont ouvert une boulangerie|prennent le même autobus que moi|jouaient aux cartes|attendaient le train|ont signé la pétition|suivent un cours de guitare|ont répondu au sondage|regardaient le match|vendaient des fraises au marché|ont perdu leurs clés|cherchaient la bibliothèque|se sont inscrits à la piscine|revenaient du travail|ont acheté la maison d'en face|préparent un souper|ont chanté à la messe|plantaient des tulipes|ont demandé un banc à l'ombre|font du bénévolat|ont gagné le tournoi|louent la salle communautaire|ont visité le musée|mangeaient une crème glacée|ont voté par anticipation|promenaient leur chien|ont assisté au conseil|réparaient un vélo|ont témoigné au procès|arrivent en juin|habitent au deuxième|ont repeint la clôture|apprennent le français|ont eu un accident hier|sont passés à la radio|ont pris des photos du coucher de soleil|faisaient la file au guichet|ont oublié un parapluie|travaillent de nuit|ont invité tout l'immeuble|courent le marathon|tenaient un kiosque|ont téléphoné à la mairie|se plaignent du bruit des travaux|étudient à l'université|ont reçu la lettre ce matin",
    "en": "opened a bakery|take the same bus as me|were playing cards|were waiting for the train|signed the petition|take guitar lessons|answered the survey|were watching the game|sold strawberries at the market|lost their keys|were looking for the library|signed up at the pool|were coming back from work|bought the house across the street|are making dinner|sang in church|were planting tulips|asked for a bench in the shade|volunteer on weekends|won the tournament|rent the community hall|visited the museum|were eating ice cream|voted early|were walking their dog|came to the council meeting|were fixing a bike|spoke at the trial|arrive in June|live on the second floor|painted the fence|are learning French|had an accident yesterday|were on the radio|took pictures of the sunset|were standing in line at the counter|forgot an umbrella|work nights|invited the whole building|run the marathon|had a booth at the fair|phoned city hall|complain about the noise of the works|study at the university|got the letter this morning",
}
WITH = {
    "fr": "J'ai appris à jardiner avec des {g}|Le café était plein de {g}|On a mangé chez des {g}|Il y a un atelier pour les {g}|Le bulletin des {g} sort au printemps|La rue est pleine de {g} ce soir|J'ai loué mon logement à des {g}|Ma sœur enseigne à des {g}|Le film parle de deux {g}|On a fait la corvée avec des {g}|Le train était rempli de {g} en vacances|C'est un rabais pour les {g}|J'attends des {g} pour souper|Mon père a grandi avec des {g}|L'exposition montre des {g} au travail|La salle d'attente était pleine de {g}|Une visite guidée est prévue pour les {g}|J'ai parlé avec des {g} au marché|On m'a présenté des {g} hier|Le journal interroge des {g}|La trousse d'accueil des {g} est prête|Le club des {g} se réunit mardi|Je cuisine pour des {g} le jeudi|J'ai acheté ça à des {g}|La lettre vient d'une association de {g}",
    "en": "I learned to garden with {g}|The café was full of {g}|We ate at the home of some {g}|There is a workshop for {g}|The bulletin for {g} comes out in spring|The street is full of {g} tonight|I rented my flat to {g}|My sister teaches {g}|The film is about two {g}|We did the clean-up with {g}|The train was full of {g} on holiday|There is a discount for {g}|Tell the {g} at the desk that I am late|My father grew up with {g}|The exhibit shows {g} at work|The waiting room was full of {g}|Give these keys to the {g} upstairs|I talked with {g} at the market|Somebody introduced me to some {g} yesterday|The paper interviews {g}|The welcome kit for {g} is ready|The club of {g} meets on Tuesday|I cook for {g} on Thursdays|I bought this from {g}|The letter is from an association of {g}",
}
WHERE = {
    "fr": "|||| hier| samedi| au parc| près de l'aréna| devant l'église| à Val-Bleu| cet été| la semaine passée| avec leurs enfants| au centre communautaire| à la bibliothèque| ce midi| sans le savoir| comme chaque année",
    "en": "|||| yesterday| on Saturday| at the park| near the arena| in front of the church| in Val-Bleu| this summer| last week| with their children| at the community centre| at the library| at noon| without knowing it| as they do every year",
}


def ordinary(seed: int = 5) -> Iterator[dict[str, Any]]:
    """Yield the sentences."""
    chance = random.Random(seed)
    groups = json.loads(gzip.decompress(FRAMES.read_bytes()))["groups"]
    for language in ("fr", "en"):
        names = [*groups[language], *OTHERS[language].split(",")]
        for _ in range(COUNT):
            core = chance.choice(WITH[language].split("|"))
            if chance.random() < 0.6:
                core = f"{chance.choice(WHO[language].split('|'))} {(did := chance.choice(DID[language].split('|')))}"
                key = did
            else:
                key = core
            name = chance.choice(names)
            text = (core + chance.choice(WHERE[language].split("|"))).format(g=name)
            if language == "fr" and name[0].lower() in "aeiouéhœ":
                text = text.replace(f" de {name}", f" d'{name}")
            text = text[0].upper() + text[1:] + chance.choice((".", ".", "", "!", "?"))
            yield {
                "text": text.lower() if chance.random() < 0.2 else text, "lang": language, "labels": [],
                "only": ["abuse.hate", "abuse.insult", "abuse.harassment", "abuse.threat", "abuse.sexual"],
                "function": "ordinary", "target": name, "group": f"{language}/ordinary/{key}", "part": part_of(f"{language}/ordinary/{key}"),
            }  # fmt: skip


def main() -> None:
    """Write the ordinary lines beside the others."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lines", type=Path)
    asked = parser.parse_args()
    write(asked.lines / "ordinary.jsonl.gz", ordinary())


if __name__ == "__main__":
    main()
