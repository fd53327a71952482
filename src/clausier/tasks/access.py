"""The token that opens the mail server: asked for when there is none, kept sealed until it ends."""

from datetime import timedelta

from cryptography.fernet import InvalidToken
from django.conf import settings

from clausier.connectors.oauth import Access, AccessError, Token, fetch
from clausier.document.vocabulary import Label
from clausier.lib import clock
from clausier.lib.tokens import digest
from clausier.tasks.models import MailToken

MARGIN = timedelta(minutes=2)  # a token is not used so close to its end

# Why no token was given, for whoever administers the installation.
REASONS = {
    "secret-ended": Label(
        "Le secret de l'application a expiré : faites-en un autre, et mettez-le dans CLAUSIER_OAUTH_SECRET.",
        "The application's secret has expired: make another one, and put it in CLAUSIER_OAUTH_SECRET.",
    ),
    "secret-wrong": Label(
        "Le service ne reconnaît pas le secret : CLAUSIER_OAUTH_SECRET attend la valeur du secret, non son "
        "identifiant.",
        "The service does not know the secret: CLAUSIER_OAUTH_SECRET wants the value of the secret, not its "
        "identifier.",
    ),
    "client-unknown": Label(
        "Le locataire ne connaît pas cette application : vérifiez CLAUSIER_OAUTH_CLIENT.",
        "The tenant does not know this application: check CLAUSIER_OAUTH_CLIENT.",
    ),
    "tenant-unknown": Label(
        "Ce locataire n'existe pas : vérifiez ce qui suit « microsoft: » dans CLAUSIER_OAUTH.",
        "This tenant does not exist: check what follows “microsoft:” in CLAUSIER_OAUTH.",
    ),
    "consent-ended": Label(
        "L'autorisation a été retirée ou a expiré : il faut la donner de nouveau.",
        "The authorization was withdrawn or has expired: it has to be given again.",
    ),
    "not-allowed": Label(
        "Le service connaît l'application, mais ne lui permet pas le courriel : la permission manque, ou personne ne "
        "l'a accordée.",
        "The service knows the application, but does not allow it mail: the permission is missing, or nobody granted "
        "it.",
    ),
    "key": Label(
        "Le fichier de la clé (CLAUSIER_OAUTH_KEY) ne se lit pas, ou n'est pas celui d'un compte de service.",
        "The key file (CLAUSIER_OAUTH_KEY) cannot be read, or is not that of a service account.",
    ),
    "answer": Label("Le service a donné une réponse inattendue.", "The service gave an answer that was not expected."),
    "address": Label(
        "L'adresse de CLAUSIER_OAUTH n'est pas une adresse https.", "The address in CLAUSIER_OAUTH is no https address."
    ),
    "unknown-host": Label("Le nom du service mène nulle part.", "The name of the service leads nowhere."),
    "internal": Label(
        "Le service est sur le réseau interne : nommez-le dans CLAUSIER_INTERNAL si c'est voulu.",
        "The service is on the inner network: name it in CLAUSIER_INTERNAL if that is meant.",
    ),
    "redirected": Label(
        "Le service renvoie à une autre adresse : mettez celle-là dans CLAUSIER_OAUTH.",
        "The service leads to another address: put that one in CLAUSIER_OAUTH.",
    ),
    "certificate": Label(
        "Le certificat du service ne vaut pas pour son nom : rien ne lui a été confié.",
        "The certificate of the service does not hold for its name: nothing was entrusted to it.",
    ),
    "unreachable": Label("Le service ne répond pas.", "The service does not answer."),
    "slow": Label("Le service est trop lent à répondre.", "The service is too slow to answer."),
    "large": Label("La réponse du service est démesurée.", "The answer of the service is far too large."),
    "kind": Label(
        "Le service répond par une page au lieu d'un jeton : vérifiez l'adresse.",
        "The service answers with a page instead of a token: check the address.",
    ),
}


def token() -> str:
    """Return a token that is good for a while. Raises AccessError when none is given, after the reason was kept."""
    access, now = _access(), clock.now()
    kept = MailToken.objects.filter(key=_key(access)).first()
    if kept and kept.expires and kept.expires > now + MARGIN and (value := _open(kept.sealed)):
        return value
    if kept and (refresh := _open(kept.refresh)):
        access = access._replace(refresh=refresh)
    try:
        given = fetch(access, now, internal=settings.INTERNAL_HOSTS)
    except AccessError as error:
        _keep({"failed": error.code, "failed_at": now})
        raise
    _keep(_kept(given))
    return given.value


def forget() -> None:
    """Forget the token, which the mail server refused: the next try asks for another one."""
    MailToken.objects.filter(key=_key(_access())).update(sealed="", expires=None)


def failure() -> str:
    """Return why the last request for a token was refused, or "" when it was not, or when there was none."""
    if settings.MAIL_ACCESS is None:
        return ""
    kept = MailToken.objects.filter(key=_key(_access())).first()
    return kept.failed if kept else ""


def _access() -> Access:
    access = settings.MAIL_ACCESS
    if access is None:
        raise AccessError("answer")
    return access


def _kept(given: Token) -> dict[str, object]:
    values = {"sealed": _seal(given.value), "expires": clock.now() + timedelta(seconds=given.lasts), "failed": ""}
    return values | ({"refresh": _seal(given.refresh)} if given.refresh else {})


def _keep(values: dict[str, object]) -> None:
    MailToken.objects.update_or_create(key=_key(_access()), defaults=values)


def _key(access: Access) -> str:
    """Return the name of an access: what is kept of one with other settings is of no use to it."""
    known = (access.url, access.client, access.secret, access.scope, access.refresh, access.key, access.user)
    return digest("\n".join(known))


def _seal(value: str) -> str:
    return str(settings.HOME.fernet().encrypt(value.encode()).decode())


def _open(sealed: str) -> str:
    """Return what was sealed; "" for nothing, and for what another home's key sealed, which is asked for anew."""
    try:
        return str(settings.HOME.fernet().decrypt(sealed.encode()).decode())
    except InvalidToken:
        return ""
