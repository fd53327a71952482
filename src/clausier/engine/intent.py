"""What a received message wants: a question, a complaint, a thank-you, a report, or one of the rarer kinds.

The rare kinds are told by their own words (a notice of claim, a request under the access law) and come first, the
gravest before the others. What remains is weighed: the mark and the words of a question, of displeasure, of something
broken, of praise. Without any of them the message is ``other``.
"""

import re

from clausier.engine.detector import View

SURE, LIKELY, WEAK = 0.9, 0.75, 0.55

# In order: the first that is met wins, so the gravest stand first.
_RARE: tuple[tuple[str, str], ...] = (
    (
        "emergency",
        r"(?:9-?1-?1\b(?! (?:porsche|turbo))|call (?:the police|an ambulance)|(?:appelez|prevenez|avisez) (?:la police|les pompiers|une ambulance)|(?:going|about|trying|wants) to jump|not breathing|isn't breathing|respire (?:plus|pas)|collapsed|s'est effondree?|unconscious|inconsciente?|drown(?:ing|ed)|se noie|en train de se noyer|noyade"
        r"|(?:is|are|il y a|y'?a|y a)(?: \w+){0,3} (?:on fire|de la fumee|le feu|en feu|smoke)|on fire\b|en feu\b|smoke (?:coming|pouring|in)|fumee (?:noire|dans|qui)|(?:odeur|fuite|senteur) de gaz|smell(?:s)? (?:of |like )?gas|gas leak|(?:has|with|a|avec un) (?:a )?(?:gun|knife|fusil|arme|couteau)\b|shots fired|coups de feu|someone (?:is )?(?:hurt|bleeding)|blessee? grave\w*|saigne|bleeding|electric wires? down|fils? electriques? (?:a terre|par terre|tombes?)|live wire"
        r"|missing (?:child|girl|boy|kid)|enfant (?:disparue?|perdue?)|(?:avez-vous|l'avez-vous|quelqu'un l'a) vue?|sorti en pyjama|overdose|seizure|heart attack|crise cardiaque|stuck in (?:the )?(?:elevator|ice)|tombee? (?:dans l'eau|a travers la glace)|through the ice|(?:help|au secours|a l'aide)[ ,!]+(?:a|un|une|someone|il|elle|vite|now|please)|trapped|coinces? (?:dans|sous))",
    ),
    (
        "legal-threat",
        r"(?:mise en demeure|formal notice|notice of claim|avis de reclamation|poursui(?:te|tes|vre|vrai|vrons|s)(?! (?:mes|ses|vos|tes|leurs) etudes)|(?:my|our|a|his|her) (?:lawyer|attorney|counsel|solicitor)|(?:mon|mes|notre|nos|un|une|ma) (?:avocate?s?|procureure?)|me (?:parent|tremblay)\b|class action|action collective|recours collectif|see you in court|lawsuit|\bsue\b|suing|legal action|small claims|petites creances|cour du quebec|tribunal|tribunaux|assignation|subpoena|litigation|reserves? all (?:rights|his rights)|tous (?:mes|nos|ses) droits reserves|govern yourselves|sans autre avis|procedures (?:judiciaires|seront)|my client\b|ma cliente?\b|mon client\b|dommages et interets|damages)",
    ),
    (
        "access-request",
        r"(?:loi sur l'acces|acces a l'information|access to information|access to documents|act respecting access|demande d'acces|access request|freedom of information|\bfoi\b|\batip\b|\bgdpr\b|\brgpd\b|loi 25|law 25|privacy (?:law|act|right)|(?:copie|copy|copies) (?:de|of) (?:tous|toutes|tout|all|every|everything|any|mon dossier|my file|my records)|(?:tout|everything|all (?:records|documents|files|data|information|e-?mails)) (?:ce que|that|que)? ?(?:you|vous|la ville|the city)? ?(?:\w+ )?(?:hold|have|detene?z?|detient|avez|possede)|all records|communication (?:du|de|des) (?:dossier|document|rapport)|droit d'acces|renseignements (?:personnels )?que vous (?:detenez|avez))",
    ),
    (
        "media-request",
        r"(?:(?:je suis|i am|i'm|here|bonjour,?|ici|freelance|pigiste) ?(?:a |an |un |une |the |la |le )?(?:\w+ )?(?:journaliste|reporter|recherchiste|producer|editor|redactrice? en chef)\b|journaliste (?:a|au|de|du|pour|chez|d')|reporter (?:for|with|at|from)|(?:salle|bureau) des nouvelles|newsroom|news ?desk|demande media|media (?:request|inquiry|enquiry|relations)|press (?:inquiry|request|office|contact)|relations (?:de presse|avec les medias|medias)|who handles press|for (?:an article|a story|our story|tomorrow's paper|a segment|a piece)|pour (?:un|mon|notre) (?:article|reportage|topo|papier)|(?:entrevue|interview)(?: \w+){0,5} (?:avant|before|avec|with|radio|tele|a la)|documentar(?:y|iste)|our podcast about|for broadcast|en ondes|heure de tombee|(?:reaction|comment|commenter) (?:a|before|before our|on the record)|(?:our|my|p\.m\.|[ap]m) deadline|radio-\w+)",
    ),
    (
        "job-inquiry",
        r"(?:\bcv\b|\bresume (?:attached|joint)|curriculum|mon c\.v\.|(?:offre|offres|demande) d'emploi|emplois? (?:d'ete|etudiants?|disponibles?)|dossier d'emploi|postule\w*|(?:le|un|du|au|les|des) postes? (?:de|d'|a|est|sont|affiche|disponible|vacant)|concours (?:de dotation|20\d\d|no)|embauch\w+|engage[zr]?(?:-vous|-tu)? (?:vous |tu )?(?:des?|du|encore|pour)|recrut\w+|recherchez-vous du (?:personnel|monde)|are you hiring|hiring\b|job (?:opening|posting|application|offer|fair)s?|jobs? (?:for|at|in|with|available|still open)|summer jobs?|any (?:openings|vacanc\w+|positions)|vacanc\w+|apply (?:for|to) (?:the|a|your) (?:job|position|posting|role)|(?:the|this|a) position (?:of|still|open)|internships?|interns\b|co-?op (?:students?|term|placement)|apprentices?|alternan(?:ts?|ce)|stages? (?:en|de|d'|chez|pour|remunere|offerts?)|prenez-vous des (?:stagiaires|etudiants|benevoles)|stagiaires\b|salaire (?:du|de|d'un)|comme (?:ouvrage|emploi|job)|payes? (?:l'ete|combien)|work for you|travailler (?:pour|chez|a) (?:vous|la ville))",
    ),
)
_QUESTION = re.compile(
    r"\?|(?<!\w)(?:est-ce qu\w*|pouvez-vous|pourriez-vous|savez-vous|avez-vous|c'est (?:quand|ou|quoi|combien|a quelle heure)|a quelle heure|comment (?:je|on|faire|puis)|ou (?:est|puis|peut|sont)|quand est|combien|pourquoi|quel(?:le)?s? (?:est|sont)|qui (?:est|peut|dois)|can (?:i|you|someone|we)|could (?:you|someone)|do (?:you|i)|does (?:the|anyone)|is (?:there|it|the)|are (?:there|the|you)|when (?:is|does|will)|where (?:is|can|do)|what (?:time|is|are)|how (?:do|can|much|long|many)|who (?:do|should|can)|why (?:is|are|do|does)|wondering|je me demand\w+|j'aimerais savoir|i'd like to know|curious)(?!\w)"
)
_BROKEN = re.compile(
    r"(?<!\w)(?:brise[es]?|casse[es]?|pete[es]?|brule[es]?|eteinte?s?|defectueu\w+|en panne|ne (?:fonctionne|marche|s'allume|charge|s'ouvre)\w*(?: \w+)? (?:pas|plus)|(?:fonctionne|marche|charge|s'ouvre|s'allume|passe) (?:pas|pus|plus)|fuite|fuit|coule|deborde\w*|refoul\w+|nid[s]? de poule|dangereu\w+|glissant\w*|branle|obstrue\w*|bloque[es]?|tombee?s?|arrache[es]?|vandalis\w+|graffitis?|erreur (?:\d+|sur|dans)|plante|bogue|bug|lien mort|page introuvable|je vous (?:le )?signale|signaler|pour signaler|reparez|a reparer|manque un|faux compte|effets? (?:secondaire|indesirable)s?|rougeurs?|irritation|fait frapper"
    r"|broken|cracked|leak(?:s|ing)?|burnt out|burned out|not working|doesn't work|does not work|isn't working|stopped working|won't (?:load|open|work|start|turn)|crash(?:es|ed|ing)?|error \w+|error message|404|dead link|glitch|pothole|sinkhole|overflowing|flood(?:ed|ing)|blocked|stuck|jammed|fell|fallen|down (?:on|at|since)|out (?:on|at|since)|hazard\w*|dangerous|slippery|vandali[sz]ed|needs (?:fixing|repair)|please fix|fix (?:the|your|it)|report(?:ing)? (?:a|an|the)|heads up|fyi|rash|side effect|allergic|reaction to|found (?:a|an|the) (?:\w+ )?(?:needle|syringe|key|leak)|rejects?|expired|forgot my password|locked out|can't (?:log|sign|access|open)|cannot (?:log|sign|access)|exposed|hardcoded|public repo|impersonat\w+|fake account)(?!\w)"
)
_UNHAPPY = re.compile(
    r"(?<!\w)(?:inacceptable|inadmissible|honte\w*|scandal\w+|ridicule\w*|degueulasse|decu\w*|decourage\w*|decevant\w*|tanne\w*|ecoeure[es]?|marre|ras[- ]le[- ]bol|fache\w*|frustr\w+|plain(?:te|dre|s)|encore une fois|toujours (?:pas|aucun|rien)|jamais (?:de )?(?:reponse|retour|eu)|personne (?:ne )?(?:repond|rappelle|m'a|vient)|aucun(?:e)? (?:reponse|nouvelle|suivi|retour)|pas (?:de )?(?:reponse|nouvelles|normal|serieux|fort|ramasse\w*|deneige\w*)|(?:ca|cela) fait \w+ (?:jours?|semaines?|mois|heures?|ans|fois)|depuis (?:\w+ )?(?:jours?|semaines?|mois|lundi|mardi|hier|un mois)|trop (?:cher|long|de)|hors de prix|attend\w* (?:depuis|encore|toujours)|charge[es]? (?:deux|2) fois|rembours\w+|arnaque\w*|vol|voleurs?|nul|nulle|pire|bravo les champions|franchement|sans bon sens|n'importe quoi|c'est trop|bruit|impoli\w*|mal (?:elev|poli|servi|recu)\w*|refuse|attente|raccroch\w+|minutes dehors|heures de pelletage|payer pour|gaspill\w+|jour \d+"
    r"|unacceptable|ridiculous|disgrace\w*|disgust\w+|terrible|horrible|awful|worst|disappoint\w+|frustrat\w+|annoy\w+|angry|furious|fed up|sick of|tired of|complain\w*|shame\w*|joke|pathetic|useless|still (?:no|not|waiting|haven't|hasn't|nothing)|no (?:answer|reply|response|one (?:answers|called|replied))|never (?:got|received|came|answered|called)|nobody (?:answers|called|came|cares)|waiting (?:for|since)|on hold|hold music|(?:third|second|fourth|\d+(?:rd|th|nd)) time|charged (?:me )?(?:twice|again|double)|overcharged|refund me|too (?:expensive|much|long|late|loud)|rip[- ]?off|waste of|rude|again(?:!|\.|$)|why (?:did|do) (?:you|u)|how about no|no bench|isn't done|since (?:may|june|july|monday|last)|disagree|noise|lousy|trash|garbage)(?!\w)"
)
_THANKS = re.compile(
    r"(?<!\w)(?:merci|thanks?|thank you|thx|kudos|bravo|felicitations|congrat\w*|well done|great job|good job|chapeau|hats off|deserves? a raise|j'adore|i love|love (?:it|this|the)|beau travail|belle job|beau|belle|magnifique\w*|content\w*|ravi\w*|heureu\w+|proud|fier|fiere|happy|chills|unreal|amazing|awesome|best|finally|enfin|sauve[es]?|killed it|capote\w*|👏|💛|❤|💙|😍|🌷)(?!\w)|[👏💛❤💙😍🌷🥰💚]"
)
_COMPILED = tuple((kind, re.compile(rf"(?<!\w){pattern}")) for kind, pattern in _RARE)


def intent_of(view: View) -> tuple[str, float]:
    """Return the intent of a received message and its confidence."""
    text = view.text.folded
    if view.of("abuse.self-harm"):
        return "emergency", SURE
    if view.of("spam.scam", "spam.promotion"):
        return "spam", SURE
    for kind, pattern in _COMPILED:
        if pattern.search(text):
            return kind, LIKELY
    return _weighed(view)


def _weighed(view: View) -> tuple[str, float]:
    """Return the intent of an everyday message by what its words weigh."""
    text = view.text.folded
    asks, broken = _QUESTION.search(text) is not None, _BROKEN.search(text) is not None
    unhappy, thanks = _UNHAPPY.search(text) is not None, _THANKS.search(text) is not None
    if view.of("abuse.") and not (asks or broken or unhappy) and not _mere_swearing(view):
        return "abuse-only", LIKELY
    if thanks and not (unhappy or broken or asks):
        return "praise", LIKELY
    if broken and not asks:
        return "problem-report", WEAK if unhappy else LIKELY
    if asks and not (unhappy and "?" not in text):
        return "question", WEAK if unhappy else LIKELY
    if unhappy or _mere_swearing(view):
        return "complaint", LIKELY if unhappy else WEAK
    return ("praise", WEAK) if thanks else ("other", WEAK)


def _mere_swearing(view: View) -> bool:
    """Tell whether the message swears and attacks nobody."""
    return {each.kind for each in view.of("abuse.")} == {"abuse.profanity"}
