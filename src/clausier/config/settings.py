"""Django's settings, made from the table of ``env``."""

from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONCE, NONE, SELF

from clausier.config import env, mail
from clausier.lib.home import Home

SOURCE = Path(__file__).parents[1]
HOME = Home(env.home())
PUBLIC_URL = env.read(env.URL).rstrip("/")
SECURE = PUBLIC_URL.startswith("https://")

DEBUG = bool(env.read(env.DEBUG))
SECRET_KEY = HOME.secret_key()
# Whoever serves on this machine alone is also reached by these names.
ALLOWED_HOSTS = [urlsplit(PUBLIC_URL).hostname or "localhost", "127.0.0.1", "localhost", "[::1]"]

# A room that leans on others comes before them: its templates and translations win.
INSTALLED_APPS = [
    "clausier.web.ledger",
    "clausier.web.outbox",
    "clausier.web.beginning",
    "clausier.web",
    "clausier.api",
    "clausier.chapters.moderation",
    "clausier.chapters.inbox",
    "clausier.chapters.posts",
    "clausier.chapters.ambassadors",
    "clausier.decisions",
    "clausier.policy",
    "clausier.identity",
    "clausier.audit",
    "clausier.ui",
    "clausier.tasks",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "allauth",
    "allauth.account",
    "axes",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "ninja",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    # Pages and files travel compressed. A page's secrets are masked anew each time, and the length is blurred (Django's
    # answer to BREACH), so that nobody reads them from the size.
    "django.middleware.gzip.GZipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "clausier.web.middleware.PlaceMiddleware",
    "clausier.web.middleware.AccessMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "clausier.config.urls"
WSGI_APPLICATION = "clausier.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["clausier.ui.templatetags.ui", "django.templatetags.i18n", "django.templatetags.static"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "clausier.web.context.page",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

DATABASES = {"default": env.database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "ENQUEUE_ON_COMMIT": False}}

LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", "Français"), ("en", "English")]
LOCALE_PATHS = [SOURCE / "lib" / "locale"]  # each room has its own
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
TIME_ZONE = "America/Toronto"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = None  # served from the packages themselves, by whitenoise
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 0 if DEBUG else 60 * 60 * 24 * 365  # their addresses change with their content
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "clausier.ui.storage.NamedByContent"},
}

# People.
AUTH_USER_MODEL = "identity.Person"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "clausier.identity.pins.PinBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "me"
LOGOUT_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "clausier.identity.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]  # closed, yet it says that a sign-in has a password
ACCOUNT_FORMS = {
    "login": "clausier.identity.signin.LoginForm",
    "request_login_code": "clausier.identity.signin.RequestLoginCodeForm",
    "confirm_login_code": "clausier.identity.signin.ConfirmLoginCodeForm",
    "reset_password": "clausier.identity.signin.ResetPasswordForm",
    "confirm_password_reset_code": "clausier.identity.signin.ConfirmPasswordResetCodeForm",
    "reset_password_from_key": "clausier.identity.signin.ResetPasswordKeyForm",
    "set_password": "clausier.identity.signin.SetPasswordForm",
    "change_password": "clausier.identity.signin.ChangePasswordForm",
}
ACCOUNT_EMAIL_VERIFICATION = "none"  # whoever is invited has shown the address to be theirs
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 900
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True  # a link would be opened by whatever reads the mail first
ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 900
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # nobody can make us write to a stranger
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_RATE_LIMITS = {"login_failed": None}  # axes counts them, in the database that every process shares
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_CALLABLE = "clausier.identity.adapter.who_tries"
AXES_LOCKOUT_TEMPLATE = "identity/locked.html"
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
AXES_IPWARE_PROXY_COUNT = int(env.read(env.PROXIES)) or None
AXES_DISABLE_ACCESS_LOG = True

# Mail goes through the outbox; its worker speaks to the server.
EMAIL_BACKEND = "clausier.tasks.mail.OutboxBackend"
for _name, _value in mail.outgoing().items():
    globals()[_name] = _value
RETURNS_TO = env.read(env.RETURNS)
MAIL_ACCESS = mail.access()
MAILBOX = mail.mailbox()
INTERNAL_HOSTS = mail.internal()

# What leaves to a browser.
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_AGE = 60 * 60 * 24 * 14
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]
SECURE_SSL_REDIRECT = False  # the proxy that holds the certificate does it
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if int(env.read(env.PROXIES)) else None
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if SECURE else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "clausier.web.errors.csrf"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 2**20
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 2**20
FILE_UPLOAD_HANDLERS = [
    "clausier.lib.uploads.Bounded",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
SILENCED_SYSTEM_CHECKS = ["axes.W003"]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"unaddressed": {"()": "clausier.lib.logs.Unaddressed"}},
    "formatters": {
        "line": {
            "class": "clausier.lib.logs.Wordless",
            "format": "{asctime} {levelname} {name} {message}",
            "style": "{",
        }
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["unaddressed"]},
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "clausier": {"level": "INFO"},
        "axes": {"level": "ERROR"},
        "django": {"handlers": []},  # its own would mail whole requests
        # A name that is not ours is no error of ours: scanners ask for all of them.
        "django.security.DisallowedHost": {"handlers": [], "level": "CRITICAL"},
    },
}
