"""A password that stands before what it is for: "it's … for the wifi password", « tapez … pour ouvrir la session ».

Only what is coined counts there, letters with digits or marks: any word may stand before "password".
Mistaken for: names of programs and of devices, and years.
"""

from clausier.engine.passwords import TYPE, VALUE, is_coined, password

HERE = (
    r"(?i:c['’ ]?est|c['’ ]?[ée]tait|it['’]s|it was|set|mis|mets|put|chose|choisi|picked|used?|utilise[rsz]?|try"
    r"|essaie)"
)
FOR_IT = r"(?:\s[\w'’]{1,12}){0,4}?\s(?i:mots? de passe|mdp|pass ?words?|passcode|passphrase|pwd|pw)(?!\w)"
TO_OPEN = (
    r"(?i:pour|to)\s(?i:ouvrir|d[ée]verrouiller|d[ée]bloquer|d[ée]marrer|acc[ée]der|entrer|open|unlock|start|access"
    r"|enter|get in(?:to)?)(?!\w)"
)
WORDS = ("passe", "mdp", "password", "pass word", "passcode", "passphrase", "pwd", "pw")
OPENINGS = (
    "ouvrir", "verrouiller", "bloquer", "marrer", "acceder", "entrer", "to open", "unlock", "to start", "access",
    "to enter", "get in",
)  # fmt: skip

DETECTORS = (
    password(rf"{HERE}\s{VALUE}{FOR_IT}", WORDS, 1, 0.7, is_coined),
    password(rf"{HERE}\s{VALUE}\s{TO_OPEN}", OPENINGS, 1, 0.6, is_coined),
    password(rf"{TO_OPEN}[^\n.!?]{{0,40}}?[\s,]{TYPE}\s{VALUE}", OPENINGS, 1, 0.6, is_coined),
)
