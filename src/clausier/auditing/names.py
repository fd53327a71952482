"""What people read for the elements, the grounds and the other subjects that an audit names."""

from clausier.document.vocabulary import Label

# What a policy that covers an element in part still has to say.
LACKING = {
    "expectations": Label(
        "Dites au moins deux choses concrètes que l'on fait ou que l'on évite : le ton, les faits, la conduite.",
        "Say at least two concrete things that people do or avoid: tone, facts, conduct.",
    ),
    "transparency": Label(
        "Dites que la personne doit nommer ce qui la lie à l'organisation, plutôt que de le permettre.",
        "Say that people must name what ties them to the organization, rather than may.",
    ),
    "training": Label(
        "Dites qui reçoit une formation sur la politique, et quand; un lien ou une signature n'enseigne rien.",
        "Say who is taught the policy, and when; a link or a signature teaches nothing.",
    ),
    "regulation": Label(
        "Nommez au moins une loi, une charte ou un organisme de contrôle qui s'applique.",
        "Name at least one law, charter or regulator that applies.",
    ),
    "confidentiality": Label(
        "Dites ce que les personnes du dedans ne divulguent pas : le confidentiel, ou les renseignements d'autrui.",
        "Say what those inside do not disclose: what is confidential, or the information of others.",
    ),
    "time": Label(
        "Dites ce qui est permis au travail, ou que l'on invite à relayer les messages de l'organisation.",
        "Say what is allowed at work, or that people are invited to carry the organization's messages.",
    ),
    "accounts": Label(
        "Dites à qui sont les comptes, qui en garde les accès et ce qu'ils deviennent à un départ.",
        "Say to whom the accounts belong, who keeps their keys, and what becomes of them at a departure.",
    ),
    "responses": Label(
        "Dites qui répond ou vers qui l'on dirige, et aussi le délai, les heures, la veille ou quand se taire.",
        "Say who answers or where people are sent, and also how fast, at which hours, who watches, or when not to.",
    ),
    "comments": Label(
        "Dites si l'on peut commenter, et donnez au moins deux motifs de retrait.",
        "Say whether people may comment, and give at least two grounds of removal.",
    ),
    "consequences": Label(
        "Nommez une sanction (avertissement, suspension, exclusion…), ou des étapes quand il s'agit du public.",
        "Name a sanction (warning, suspension, exclusion…), or steps where the public is concerned.",
    ),
}

# What a policy that is silent on an element leaves without an answer.
ASKED = {
    "expectations": Label(
        "Comment les personnes qui travaillent ici, ou siègent ici, se conduisent-elles en ligne?",
        "How do those who work here, or sit here, behave online?",
    ),
    "transparency": Label(
        "Comment disent-elles qui elles sont, et ce qui les lie à l'organisation?",
        "How do they say who they are, and what ties them to the organization?",
    ),
    "training": Label("Qui leur apprend la politique, et quand?", "Who teaches them the policy, and when?"),
    "regulation": Label("Quelles lois s'appliquent?", "Which laws apply?"),
    "confidentiality": Label("Qu'est-ce qui reste confidentiel?", "What stays confidential?"),
    "time": Label(
        "Peut-on utiliser les réseaux au travail, et y relayer les messages de l'organisation?",
        "May people use the networks at work, and carry the organization's messages there?",
    ),
    "accounts": Label(
        "À qui sont les comptes, et que deviennent-ils à un départ?",
        "Who owns the accounts, and what becomes of them when somebody leaves?",
    ),
    "responses": Label(
        "Qui répond aux questions, en combien de temps, et à qui demander quand on ne sait pas?",
        "Who answers questions, how fast, and whom to ask when one does not know?",
    ),
    "comments": Label(
        "Les commentaires sont-ils permis, et pour quels motifs un commentaire est-il retiré?",
        "Are comments allowed, and on which grounds is one removed?",
    ),
    "consequences": Label(
        "Que se passe-t-il quand quelqu'un ne suit pas la politique?",
        "What happens when somebody does not follow the policy?",
    ),
}

GROUNDS = {
    "hate_discrimination": Label("haine et discrimination", "hate and discrimination"),
    "violence": Label("appels à la violence", "calls to violence"),
    "obscenity_sexual": Label("obscénité", "obscenity"),
    "harassment_threat": Label("harcèlement et menaces", "harassment and threats"),
    "insult_abuse": Label("injures", "insults"),
    "defamation": Label("diffamation", "defamation"),
    "illegal": Label("contenu illégal", "unlawful content"),
    "advertising": Label("publicité", "advertising"),
    "ip_infringement": Label("atteinte au droit d'auteur", "infringement of copyright"),
    "spam_repetition": Label("pourriel et répétition", "spam and repetition"),
    "impersonation": Label("usurpation d'identité", "impersonation"),
    "language": Label("langue du commentaire", "language of the comment"),
    "misinformation": Label("fausses informations", "misinformation"),
    "personal_attack": Label("attaques personnelles", "personal attacks"),
    "links": Label("liens", "links"),
    "off_topic": Label("hors sujet", "off topic"),
    "personal_info": Label("renseignements personnels", "personal information"),
    "confidential": Label("renseignements confidentiels", "confidential information"),
    "political": Label("propagande politique", "political campaigning"),
    "shouting_caps": Label("majuscules", "capital letters"),
    "bad_faith": Label("mauvaise foi", "bad faith"),
    "controversial": Label("controverse", "controversy"),
    "code_of_conduct": Label("manquement au code de conduite", "breach of the code of conduct"),
    "format": Label("forme du commentaire", "form of the comment"),
    "security": Label("sécurité informatique", "computer security"),
}

OTHERS = {
    "accessibility": Label("accessibilité", "accessibility"),
    "accuracy": Label("exactitude", "accuracy"),
    "acceptance": Label("acceptation par l'usage", "acceptance by use"),
    "account_creation": Label("ouverture de comptes", "opening of accounts"),
    "ai": Label("intelligence artificielle", "artificial intelligence"),
    "approval": Label("approbation avant de publier", "approval before posting"),
    "archiving_records": Label("archives", "records"),
    "brand_logo": Label("logo et image de marque", "logo and brand"),
    "children": Label("enfants", "children"),
    "competitors": Label("concurrents", "competitors"),
    "contests": Label("concours", "contests"),
    "copyright": Label("droit d'auteur", "copyright"),
    "crisis_sensitive": Label("crises et sujets délicats", "crises and sensitive subjects"),
    "elections_politics": Label("élections et politique", "elections and politics"),
    "emergency_mode": Label("situations d'urgence", "emergencies"),
    "endorsement_neutrality": Label("neutralité envers produits et partis", "neutrality towards products and parties"),
    "error_correction": Label("correction des erreurs", "correction of errors"),
    "following_policy": Label("comptes que l'on suit", "accounts that are followed"),
    "freedom_of_expression": Label("liberté d'expression", "freedom of expression"),
    "harassment": Label("harcèlement", "harassment"),
    "image_consent": Label("consentement à l'image", "consent to pictures"),
    "labour_rights": Label("droits du travail", "labour rights"),
    "language_rules": Label("langue des publications", "language of posts"),
    "legal_matters": Label("affaires juridiques", "legal matters"),
    "media_requests": Label("demandes des médias", "media requests"),
    "metrics": Label("mesure des résultats", "measuring of results"),
    "monitoring": Label("surveillance et veille", "monitoring"),
    "official_register": Label("liste des comptes officiels", "list of official accounts"),
    "paid_or_commercial": Label("contenu payé ou commercial", "paid or commercial content"),
    "personal_safety": Label("sécurité de qui publie", "safety of whoever posts"),
    "platform_terms": Label("conditions des réseaux", "terms of the networks"),
    "privacy_of_users": Label("vie privée des utilisateurs", "privacy of users"),
    "review_cycle": Label("révision de la politique", "review of the policy"),
    "security_access": Label("sécurité des accès", "security of access"),
    "staff_wellbeing": Label("bien-être du personnel", "well-being of staff"),
    "style": Label("style des publications", "style of posts"),
    "viewpoint_neutrality": Label("neutralité envers les opinions", "neutrality towards opinions"),
}
