"""A password that a sentence gives: « le mot de passe est … », "password: …", or as it is set.

What is given tells as much as the words before it: letters with digits or marks after any link, digits alone after the
words of a password, a plain word between quotation marks or ending its clause, words that nothing binds after a colon.
Mistaken for: sentences about passwords (« mot de passe oublié »), rules ("8 characters"), bad examples, discounts.
The patterns read the message as written: capitals and marks belong to the value.
"""

import re

from clausier.engine.passwords import (
    BETWEEN,
    EQUALS,
    IS,
    VALUE,
    ends_clause,
    is_closed,
    is_coined,
    is_odd,
    is_phrase,
    is_plain,
    is_refused,
    is_strong,
    no_passwords,
    password,
)
from clausier.engine.text import fold

WORD = (
    r"(?P<word>(?i:mots? d(?:e |['’])pass(?:es?)?|mdp|pass[ _-]?words?|passwd"
    r"|pass[ -]?phrase|phrase de passe|passcode|pwd|pswd"
    r"|psw|pw|p/w|(?:code|cl[ée]|key|password) (?:du |de la |pour le |of the |for the )?wi-?fi"
    r"|wi-?fi (?:key|code|pass(?:word|code)?)(?!\w)|key (?:to|for) (?:the |our )?(?:\w{1,9} )?(?:network|router)"
    r"|(?:network|wpa2?|security) key|cl[ée] (?:r[ée]seau|de s[ée]curit[ée]|wpa2?|du r[ée]seau|du routeur)"
    r"|(?:secret|vault|safe) code|code (?:secret|du coffre)|pass(?!\w)|wi-?fi(?!\s(?:pass|key|code|mot|mdp|pw))))"
)
PLAIN_WORD = r"(?i:mots? de passe|mdp|pass[ -]?words?|pass[ -]?phrase|phrase de passe|passcode|pwd|pw|pass)(?!\w)"
NOW = r"(?i:toujours |still |now |maintenant |encore |literally |actually |just |juste |simplement )"
LINK = (
    rf"(?P<link>[\"']?\s?{EQUALS}|['’]s\s|\s\((?=\S{{5}})|\s[–—-]\s|\s(?=[«“\"`])|,\s(?:c['’ ]?est\s)?"
    r"|\?\s(?i:(?:c['’ ]?[ée]tait|c['’ ]?est|it was|it['’]s|still|toujours|encore|again)\s)?"
    rf"|\s(?:{IS}|(?i:avec|with))\s{NOW}?(?::\s?)?)"
)
# « Wi-Fi « Bureau-2e » mot de passe … »: the name of the network, before its password.
_NETWORK = re.compile(
    r"\s?[»”\"'’)]?[\s,;:/–-]{1,3}(?i:(?:et |and )?(?:le |the )?(?:mots? de passe|mdp|pass|pw|key|cl[ée]))"
)
SHORT = ("pass", "wifi", "wi-fi")  # words that mean something else as often
OFFER = re.compile(
    r"(?i:promo|rabais|discount|coupon|referral|parrain|postal|barres?\b|\bqr\b|produit|suivi|tracking|r[ée]duction)"
)
# A word that opens a party is told to everybody.
GAME = re.compile(
    r"(?i:\b(?:party|soir[ée]e|f[êe]te|bal|jeu|rallye|chasse|quiz|game|hunt|raffle|kiosque|semaine|week|jour"
    r"|day|mois|month)\b)"
)
GIVEN, DIGITS, QUOTED, PLAIN = 0.9, 0.7, 0.6, 0.55


def _given(match: "re.Match[str]") -> bool | float:
    """Tell how surely a value that is linked to a word for password is one."""
    link = match["link"].strip()
    if link == "," or link.startswith("?"):
        return GIVEN if is_coined(match) else False
    short = match["word"].lower() in SHORT
    if is_strong(match):
        return 0.0 if short and _NETWORK.match(match.string, match.end()) else GIVEN
    if is_refused(match) or (short and "=" not in link):
        return False
    if match["value"].isdigit():
        return DIGITS
    if not is_plain(match) or GAME.search(match[0]):
        return False
    return QUOTED if is_closed(match) else PLAIN if ends_clause(match) else False


def _written(match: "re.Match[str]") -> bool:
    """Tell whether a value is a password with no word that links it."""
    sure = match["word"].lower() not in SHORT or is_odd(match["value"])
    return sure and is_strong(match) and any(map(str.isdigit, match["value"]))


def _code(match: "re.Match[str]") -> bool:
    """Tell whether what a code is said to be is odd enough, and no code of a discount."""
    around = match.string[max(0, match.start() - 30) : match.end() + 30]
    return is_strong(match) and is_odd(match["value"]) and not OFFER.search(around)


def _set(match: "re.Match[str]") -> bool:
    return is_coined(match) or match["value"].isdigit() or (is_plain(match) and ends_clause(match))


def _recited(match: "re.Match[str]") -> bool:
    """Tell whether the words after "passphrase" are it, and nothing said of it: their first one tells."""
    first = fold(match["value"]).split()[0]
    return first in ARTICLES or first not in no_passwords()


ARTICLES = ("la", "le", "les", "un", "une", "mon", "ma")
SURE_WORDS = (
    "password",
    "pass word",
    "pass-word",
    "pass_word",
    "passwd",
    "de pass",
    "d'pass",
    "passphrase",
    "pass-phrase",
    "passcode",
    "mdp",
    "pwd",
    "pw",
    "pass:",
    "pass :",
    "pass=",
    "pass =",
)
PASSWORDS = (
    *SURE_WORDS, "pass ", "pass-", "pass,", "pass?", "pass(", "pass'", 'pass"', "pass\n", "psw", "p/w", "wifi",
    "wi-fi", " key", "cle ", "code",
)  # fmt: skip
FAR = r"(?:(?>,?\s[\w'’()@./#-]{1,14})){7,14}"  # words before a colon
SET = r"(?i:set|put|switch(?:ed)?|update[ds]?|reset|chang(?:e|ed|é|er|ez)|mis|remis|made)(?:\s[\w'’]{1,12}){0,4}?\s"
TO = r"(?:\s[\w'’]{1,12}){0,3}?\s(?i:to|à|pour|en)\s"
LONG_WORD = r"(?i:pass[ -]?phrase|phrase de passe|s[ée]same)"
COUNT = r"(?:(?i:\w{3,6} (?:mots|words)),? ?:? ?)?"  # "four words, …"
PHRASE = COUNT + (
    r"(?P<value>[a-zà-ÿ]{2,14}(?:[ -][a-zà-ÿ]{2,14}){2,6}(?=\s?(?:[.!;,)\n]|$))"
    r"|[a-zà-ÿ]{2,14} [a-zà-ÿ]{2,14}(?=\s?\((?:en |tout |all )?(?:minus|majus|lower|upper|attach|sans|no |one |un )))"
)
QUOTES = r"[«“\"]\s?(?P<value>\w{2,14}(?:[ -]\w{2,14}){1,6})\s?(?=[»”\"])"


DETECTORS = (
    password(WORD + BETWEEN + LINK + VALUE, PASSWORDS, 0, 0.9, _given),
    password(rf"{WORD}(?:\s[A-Z]{{3,12}})?\s{VALUE}", PASSWORDS, 1, 0.8, _written),
    password(rf"(?i:code|combo)(?!\w){BETWEEN}(?:{LINK}|\s){VALUE}", ("code", "combo"), 1, 0.7, _code),
    password(rf"{PLAIN_WORD}{FAR}\s?:\s?{VALUE}", SURE_WORDS, 1, 0.8, is_strong),
    password(rf"{SET}{WORD}{TO}{VALUE}", SURE_WORDS, 0, 0.8, _set),
    password(rf"{PLAIN_WORD}{BETWEEN}\s?{EQUALS}\s?{PHRASE}", SURE_WORDS, 0, 0.7, is_phrase),
    password(rf"{LONG_WORD}{BETWEEN}(?:\s?{EQUALS}|\s{IS}\s){PHRASE}", ("phrase", "sesame"), 0, 0.7, _recited),
    password(rf"{PLAIN_WORD}{BETWEEN}(?:\s?{EQUALS}|\s{IS}\s|\s){QUOTES}", SURE_WORDS, 0, 0.6, is_phrase),
)
