"""Over-broad clauses: a ban is told from a leave, a condition and a mere mention, in both languages."""

import pytest

from folders import problems, spoiled

# A sentence, and the subjects on which it forbids too much.
FRENCH = {
    # Bans
    "Il est interdit de critiquer votre employeur.": ["employeur"],
    "Ne critiquez jamais la Ville de Val-Bleu en ligne.": ["employeur"],
    "Vous ne pouvez pas dénigrer l’organisation.": ["employeur"],
    "Évitez tout propos négatif sur la direction.": ["employeur"],
    "Abstenez-vous de critiquer vos supérieurs, même en privé.": ["employeur"],
    "Aucune critique de l'organisation n'est permise.": ["employeur"],
    "On ne discute pas de salaire sur les réseaux.": ["paie"],
    "Vous ne devez jamais parler de vos conditions de travail.": ["paie"],
    "**Ne** publiez rien sur votre rémunération.": ["paie"],
    "Il est interdit :\n\n- de parler de votre salaire;\n- de jurer.": ["paie"],
    "Ne mentionnez pas votre employeur dans vos publications.": ["nommer"],
    "Il vous est interdit d'utiliser le nom de la Ville de Val-Bleu.": ["nommer"],
    "Ne parlez jamais de l'organisation.": ["nommer"],
    "Ne publiez aucune information confidentielle.": ["confidentiel"],
    "Vous ne pouvez diffuser rien de confidentiel.": ["confidentiel"],
    "Toute opinion politique est interdite.": ["politique"],
    "Ne parlez pas de politique.": ["politique"],
    # Leaves
    "Vous pouvez parler de vos conditions de travail.": [],
    "Critiquer l'organisation n'est pas interdit.": [],
    "Vous restez libre de parler de votre métier, de votre salaire et de vos conditions de travail.": [],
    "Rien dans cette politique n'empêche de discuter de votre salaire avec vos collègues.": [],
    "Personne ne vous reprochera d'avoir critiqué votre employeur de bonne foi.": [],
    "Parler de salaire n'est pas une faute.": [],
    "Vous ne serez pas sanctionné pour avoir discuté de votre rémunération.": [],
    "La critique de l'organisation est la bienvenue.": [],
    "Vous pouvez critiquer la direction, mais n'insultez personne.": [],
    "Vos opinions vous appartiennent : aucune opinion politique n'est surveillée.": [],
    "Ne dites rien des dossiers, sauf quand vous discutez de votre salaire.": [],
    # Conditions
    "Ne mentionnez pas votre employeur sans dire que vous y travaillez.": [],
    "Aucune opinion politique ne paraît sur un compte officiel.": [],
    "Ne publiez aucune information confidentielle sans l'accord de la personne responsable.": [],
    "Ne publiez aucune information confidentielle. Vous pouvez toujours parler de votre salaire.": [],
    # Mentions of something else
    "Ne parlez pas au nom de l'organisation.": [],
    "Ne publiez pas le salaire d'une autre personne.": [],
    "N'insultez personne. Votre employeur lit aussi.": [],
    "Dites que vous travaillez pour l'organisation.": [],
    "Ne publiez aucun renseignement personnel.": [],
    "Ne critiquez pas un collègue devant le public.": [],
}
ENGLISH = {
    "It is forbidden to criticize your employer.": ["criticism"],
    "Never criticize the City of Val-Bleu online.": ["criticism"],
    "You may not disparage the organization.": ["criticism"],
    "Do not post negative comments about management.": ["criticism"],
    "Employees must refrain from criticizing the company.": ["criticism"],
    "Criticizing your managers isn't allowed.": ["criticism"],
    "No criticism of the organization is permitted.": ["criticism"],
    "Do not discuss your pay or you will be disciplined.": ["pay"],
    "You can't talk about working conditions on social media.": ["pay"],
    "Discussing wages is prohibited.": ["pay"],
    "You must not:\n\n* post about your salary\n* swear": ["pay"],
    "Don't mention your employer in your posts.": ["mention"],
    "You are not allowed to use the name or logo of the organization.": ["mention"],
    "Never talk about the company.": ["mention"],
    "Never post any confidential information.": ["confidential"],
    "Do not share anything confidential.": ["confidential"],
    "All political speech is banned.": ["political"],
    "Do not post about politics.": ["political"],
    "You may talk about your working conditions.": [],
    "Criticizing the organization is not forbidden.": [],
    "You remain free to talk about your work, your pay and your working conditions.": [],
    "Nothing in this policy prevents you from discussing your wages with colleagues.": [],
    "Nobody will be disciplined for criticizing the company in good faith.": [],
    "Talking about pay is not a breach.": [],
    "You will not be punished for discussing your salary.": [],
    "Criticism of the organization is welcome.": [],
    "You can criticize management, but do not insult anyone.": [],
    "You have the right to discuss pay.": [],
    "Do not discuss files, except when you talk about your pay.": [],
    "Don't mention your employer without saying that you work there.": [],
    "Do not post any political opinions on an official account.": [],
    "Do not share anything confidential. You are free to discuss your pay.": [],
    "Do not speak for the organization.": [],
    "Never post a colleague's salary.": [],
    "Don't post what others pay for.": [],
    "Never leave a comment unanswered; a person looks at it within four working hours.": [],
    "Say that you work for the organization.": [],
}
WORDS = {
    "employeur": "critiquer",
    "paie": "paie",
    "nommer": "nommer",
    "confidentiel": "confidentiel",
    "politique": "politique",
    "criticism": "criticism",
    "pay": "pay",
    "mention": "mention",
    "confidential": "confidential",
    "political": "political",
}
TEXT = "text: {fr: Dites ce qui vous lie à nous., en: Say what ties you to us.}"


def _told(where, language, sentence):
    """The messages on a clause whose text says only this."""
    lines = "\n".join(f"        {line}".rstrip() for line in sentence.splitlines())
    other = "en: Nothing." if language == "fr" else "fr: Rien."
    files = spoiled(("02", TEXT, f"text:\n      {language}: |\n{lines}\n      {other}"))
    return [each.message(language) for each in problems(where, files) if each.code == "over-broad"]


@pytest.mark.parametrize(("sentence", "subjects"), FRENCH.items())
def test_french(tmp_path, sentence, subjects):
    """Each ban is told once; a leave, a condition, a mere mention are not."""
    told = _told(tmp_path, "fr", sentence)
    assert len(told) == len(subjects)
    assert all(WORDS[subject] in message for subject, message in zip(subjects, told, strict=True))


@pytest.mark.parametrize(("sentence", "subjects"), ENGLISH.items())
def test_english(tmp_path, sentence, subjects):
    """Each ban is told once; a leave, a condition, a mere mention are not."""
    told = _told(tmp_path, "en", sentence)
    assert len(told) == len(subjects)
    assert all(WORDS[subject] in message for subject, message in zip(subjects, told, strict=True))


def test_it_is_an_error_where_an_enabled_pack_sets_the_limit(tmp_path):
    """Elsewhere a warning."""
    ban = ("02", "Say what ties you to us.", "Do not criticize your employer.")
    free = [each.level for each in problems(tmp_path / "free", spoiled(ban)) if each.code == "over-broad"]
    pack = ("policy", "regulation_packs: []", "regulation_packs: [us-speech-limits]")
    bound = [each.level for each in problems(tmp_path / "bound", spoiled(ban, pack)) if each.code == "over-broad"]
    assert (free, bound) == (["warning"], ["error"])


def test_the_words_of_a_rule_are_read_too(tmp_path):
    """What the program tells the author is the policy as well."""
    ban = ("02", "en: Read it again.", "en: Do not discuss pay.")
    found = [str(each.place) for each in problems(tmp_path, spoiled(ban)) if each.code == "over-broad"]
    assert found == ["chapters/02-transparency.yaml:27:38"]


# What a ground of removal says, and whether it makes an opinion of it.
GROUNDS = {
    ("fr", "Les commentaires négatifs, irrespectueux ou vulgaires, sont retirés."): True,
    ("fr", "Nous ne tolérons pas la critique."): True,
    ("fr", "Ce commentaire manque de respect à la Ville."): True,
    ("fr", "Un propos qui nuit à la réputation de la Ville."): True,
    ("fr", "Même négatif, votre commentaire reste."): False,
    ("fr", "Ce commentaire est retiré parce qu'il menace, non parce qu'il critique."): False,
    ("fr", "Aucun commentaire n'est retiré parce qu'il est négatif."): False,
    ("fr", "Vous pouvez critiquer, mais ce commentaire menace une personne."): False,
    ("en", "Negative comments are removed."): True,
    ("en", "We do not allow disrespectful comments."): True,
    ("en", "This comment harms our reputation."): True,
    ("en", "No negative comments."): True,
    ("en", "Criticism stays and insults are removed."): False,
    ("en", "It was hidden because it threatens someone, not because it is critical."): False,
    ("en", "Your criticism is welcome; a threat is not."): False,
    ("en", "No comment is ever removed because it is negative."): False,
}


@pytest.mark.parametrize(("said", "blamed"), GROUNDS.items())
def test_an_opinion_is_no_ground(tmp_path, said, blamed):
    """In a public body."""
    language, sentence = said
    old = {"fr": "Ce commentaire attaque une personne.", "en": "This comment attacks a person."}[language]
    found = problems(tmp_path, spoiled(("09", old, f'"{sentence}"')))
    assert [each.code for each in found] == ["ground-of-opinion"] * len(found)
    assert bool(found) == blamed


# What the text of a clause of the comments says, and whether it leaves whoever removes without limit.
REMOVALS = {
    ("fr", "Les propos inappropriés peuvent être masqués."): True,
    ("fr", "Nous supprimons un commentaire pour quelque raison que ce soit."): True,
    ("fr", "L'équipe peut retirer les messages qu'elle ne juge pas pertinents."): True,
    ("fr", "Tout commentaire peut être retiré à notre seule discrétion."): True,
    ("fr", "Sont supprimés, sans que cette liste soit limitative, les propos injurieux."): True,
    ("fr", "Aucun commentaire n'est retiré sans motif."): False,
    ("fr", "Une insulte est retirée; un avis n'est jamais jugé non pertinent."): False,
    ("fr", "Si vous jugez notre réponse peu utile, écrivez-nous."): False,
    ("en", "We may remove any comment for any reason, without notice."): True,
    ("en", "Inappropriate content will be deleted."): True,
    ("en", "We hide posts that we deem to be irrelevant."): True,
    ("en", "Comments are removed at our sole discretion."): True,
    ("en", "We remove spam, including but not limited to advertising."): True,
    ("en", "Nothing is removed without a reason."): False,
    ("en", "Ask us for any reason you like."): False,
}


@pytest.mark.parametrize(("said", "boundless"), REMOVALS.items())
def test_a_removal_is_bounded(tmp_path, said, boundless):
    """In a public body, in the text of a clause as in its ground; elsewhere the house is its own judge."""
    language, sentence = said
    old = {"fr": "Une attaque vise une personne.", "en": "An attack is aimed at a person."}[language]
    change = ("09", old, f'"{sentence}"')
    found = problems(tmp_path / "public", spoiled(change))
    assert [each.code for each in found] == ["ground-without-limit"] * len(found)
    assert bool(found) == boundless
    company = ("policy", "sector: public-body", "sector: company")
    assert problems(tmp_path / "company", spoiled(change, company)) == []
