"""Why a mail has not left: a word for the row, a sentence for whoever reads the outbox. Neither holds an address."""

import smtplib
import ssl
from socket import gaierror  # noqa: TID251  # its name alone: nothing goes out by it

from clausier.connectors.oauth import AccessError
from clausier.connectors.returns import ENHANCED, GONE, LATER, outcome
from clausier.document.vocabulary import Label

REASONS = {
    "refused": Label("L'adresse est refusée par son serveur.", "The address is refused by its server."),
    "returned": Label(
        "Le courriel est revenu : l'adresse ne fonctionne pas.", "The e-mail came back: the address does not work."
    ),
    "unwanted": Label(
        "Le serveur du destinataire ne veut pas de ce courriel; l'adresse n'est pas en cause.",
        "The recipient's server does not want this e-mail; the address is not in question.",
    ),
    "later": Label("Le serveur du destinataire demande d'attendre.", "The recipient's server asks to wait."),
    "sender": Label("Notre adresse d'expédition est refusée.", "Our own sending address is refused."),
    "sign-in": Label("Le serveur de courriel refuse notre mot de passe.", "The mail server refuses our password."),
    "access": Label(
        "Aucun jeton n'a été donné pour entrer au serveur de courriel : « clausier doctor » dit pourquoi.",
        "No token was given to enter the mail server: “clausier doctor” says why.",
    ),
    "token": Label(
        "Le serveur de courriel refuse notre jeton : l'application n'a pas reçu le droit d'ouvrir cette boîte.",
        "The mail server refuses our token: the application was not given the right to open this mailbox.",
    ),
    "sign-in-off": Label(
        "Le serveur de courriel n'accepte pas qu'un programme y ouvre une session : l'envoi authentifié est désactivé "
        "pour cette boîte.",
        "The mail server lets no program sign in: authenticated sending is off for this mailbox.",
    ),
    "certificate": Label(
        "Le certificat du serveur de courriel ne vaut pas pour son nom, ou a expiré : rien ne lui a été confié.",
        "The certificate of the mail server does not hold for its name, or has expired: nothing was entrusted to it.",
    ),
    "no-tls": Label(
        "Le serveur de courriel n'offre pas de liaison chiffrée : notre mot de passe ne lui a pas été confié.",
        "The mail server offers no encrypted link: our password was not entrusted to it.",
    ),
    "unknown-host": Label(
        "Le nom du serveur de courriel mène nulle part : vérifiez CLAUSIER_MAIL.",
        "The name of the mail server leads nowhere: check CLAUSIER_MAIL.",
    ),
    "unreachable": Label("Le serveur de courriel ne répond pas.", "The mail server does not answer."),
    "stale": Label(
        "Il n'est pas parti en sept jours : ses liens n'ouvrent peut-être plus.",
        "It did not leave within seven days: its links may no longer open.",
    ),
}
FOR_GOOD = frozenset({"refused", "unwanted"})
OURS = frozenset(  # no other mail would leave either
    {"sender", "sign-in", "access", "token", "sign-in-off", "certificate", "no-tls", "unknown-host", "unreachable"}
)
KINDS: tuple[tuple[type[Exception], str], ...] = (
    (AccessError, "access"),
    (smtplib.SMTPSenderRefused, "sender"),
    (ssl.SSLCertVerificationError, "certificate"),
    (ssl.SSLError, "no-tls"),
    (gaierror, "unknown-host"),
    (ValueError, "refused"),  # an address that no mail can have
    (Exception, "unreachable"),
)
SIGN_IN_OFF = b"5.7.139"  # Microsoft: "SmtpClientAuthentication is disabled"
PERMANENT = 500  # answers of a mail server from here on are for good
NOBODY = frozenset({550, 551, 553})  # RFC 5321, 4.2.3: to a recipient, the mailbox is not there


def reason_of(error: Exception) -> str:
    """Return the word of what stopped a mail."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, words = min(error.recipients.values())
        return _answer(code, words, "refused" if code in NOBODY else "unwanted")
    if isinstance(error, smtplib.SMTPDataError):
        return _answer(error.smtp_code, error.smtp_error, "unwanted")
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return _sign_in(error)
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return "no-tls" if "STARTTLS" in str(error) else "sign-in-off"
    return next(reason for kind, reason in KINDS if isinstance(error, kind))


def _sign_in(error: smtplib.SMTPAuthenticationError) -> str:
    if SIGN_IN_OFF in _bytes(error.smtp_error):
        return "sign-in-off"
    return "token" if getattr(error, "by_token", False) else "sign-in"


def _answer(code: int, words: bytes | str, otherwise: str) -> str:
    """Return what an answer means, by its extended status (RFC 3463) where it has one."""
    if code < PERMANENT:
        return "later"
    status = ENHANCED.search(_bytes(words).decode(errors="replace"))
    if status is None:
        return otherwise
    return {GONE: "refused", LATER: "later"}.get(outcome(status[0]), "unwanted")


def _bytes(words: bytes | str) -> bytes:
    return words if isinstance(words, bytes) else words.encode()
