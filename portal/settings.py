"""Settings: one file, read from the environment alone; `manage.py` fills it in where nothing is configured."""

from pathlib import Path
from typing import Any

import django_stubs_ext
from csp.constants import NONE, SELF, UNSAFE_EVAL, UNSAFE_INLINE
from django.utils.translation import gettext_lazy as _
from psycopg.conninfo import conninfo_to_dict

from portal import beat, embedded, environment
from portal.languages import DEFAULT
from portal.languages import LANGUAGES as OURS
from portal.notices import staff_rooms
from portal.pages import console, static_files

# Django's generic classes may be written with what they hold, as in `ListView[Law]`.
django_stubs_ext.monkeypatch()

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(environment.text("PORTAL_VAR", str(BASE_DIR / "var")))

# Connections one process keeps open at most; 0 opens one for each request.
DATABASE_POOL = environment.number("DATABASE_POOL", 8)
REDIS = embedded.redis_urls(environment.text("REDIS_URL"))

DEBUG = environment.flag("DEBUG")
SECRET_KEY = environment.text("SECRET_KEY")
SECRET_KEY_FALLBACKS = environment.words("SECRET_KEY_FALLBACKS")
ALLOWED_HOSTS = environment.words("ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS = environment.words("CSRF_TRUSTED_ORIGINS")
# The proxies of our own in front of the site: how many of the addresses in X-Forwarded-For are to be believed.
TRUSTED_PROXIES = environment.number("TRUSTED_PROXIES", 0)
# Off on a machine that serves itself alone: everything below is safe by default.
HTTPS = environment.flag("HTTPS", default=True)
# Where links in mail lead.
FIRST_HOST = ALLOWED_HOSTS[0] if ALLOWED_HOSTS else "localhost"
SITE_URL = (environment.text("SITE_URL", "") or f"{'https' if HTTPS else 'http'}://{FIRST_HOST}").rstrip("/")

INSTALLED_APPS = [
    "modeltranslation",
    "unfold.apps.BasicAppConfig",
    "unfold.contrib.filters",
    "portal.pages.console_app.ConsoleConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "django_htmx",
    "corsheaders",
    "pgtrigger",
    "portal.history",
    # Before accounts, which takes their rows out of the console again.
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "portal.workflow",
    "portal.api",
    "portal.files",
    "portal.accounts",
    "portal.privacy",
    "portal.reference",
    "portal.search",
    "portal.notices",
    "portal.pages",
    "enterprises",
    "legal.rules",
    "legal.laws",
    "legal.exhibits",
    "legal.downloads",
    "legal.intake",
    "legal.cases",
    "legal.lawyers",
    "legal.enquiries",
    "legal.training",
    "legal.services",
    "legal.bulk",
    "legal.matters",
    "legal.serving",
    "legal.bundles",
    "legal.fees",
    "legal.clocks",
    "legal.handling",
    "legal.arbitration",
    "legal.notarization",
    "legal.mediation",
    "legal.appraisal",
    "legal.advice",
]

MIDDLEWARE = [
    "portal.pages.middleware.client_address",
    "corsheaders.middleware.CorsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "portal.pages.middleware.content_policy",
    "portal.pages.middleware.bounded_host",
    "portal.pages.middleware.understood",
    "portal.files.middleware.bounded_body",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "portal.pages.switching.remember_language",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "portal.history.middleware.HistoryMiddleware",
    "portal.pages.switching.speak_to_staff",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "portal.accounts.middleware.own_to_the_reader",
    "portal.accounts.middleware.session_in_use",
    "portal.accounts.middleware.time_zone",
    "portal.accounts.middleware.ConsoleEntrance",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "legal.matters.middleware.MovedOn",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "portal.pages.context.languages",
            ],
        },
    }
]


def database(url: str) -> dict[str, Any]:
    """Django's settings for a libpq connection string or address."""
    parts = conninfo_to_dict(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.pop("dbname", ""),
        "USER": parts.pop("user", ""),
        "PASSWORD": parts.pop("password", ""),
        "HOST": parts.pop("host", ""),
        "PORT": parts.pop("port", ""),
        "OPTIONS": parts,
    }


DATABASES = {"default": database(environment.text("DATABASE_URL"))}
POOL = {"min_size": 1, "max_size": DATABASE_POOL, "timeout": 10}
DATABASES["default"]["OPTIONS"] |= {"pool": POOL} if DATABASE_POOL else {}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.User"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "accounts:home"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]

ACCOUNT_ADAPTER = "portal.accounts.adapters.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "portal.accounts.entrance.LoginForm",
    "signup": "portal.accounts.entrance.SignupForm",
    "request_login_code": "portal.accounts.entrance.RequestLoginCodeForm",
    "reset_password": "portal.accounts.entrance.ResetPasswordForm",  # nosec B105
    "add_email": "portal.accounts.entrance.AddEmailForm",
    "change_email": "portal.accounts.entrance.ChangeEmailForm",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_LOGOUT_REDIRECT_URL = "pages:home"
ACCOUNT_SESSION_REMEMBER = True
# Nobody learns from the portal whether an address has an account.
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_CHANGE = True
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = ACCOUNT_LOGIN_BY_CODE_TIMEOUT = (
    900
)
# Digits, which every keyboard has; 26 bits, of which three may be tried.
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "length": 8}
# One has one address: a new one takes the place of the old as soon as it is confirmed.
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
# Wrong passwords and codes: from one address whoever is meant, for one person from however many addresses.
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,20/m/key,100/d/key"}
USERSESSIONS_ADAPTER = "portal.accounts.noting.SessionsNoted"
MFA_ADAPTER = "portal.accounts.adapters.SecondFactorAdapter"
MFA_FORMS = {
    "add_webauthn": "portal.accounts.entrance.AddPasskeyForm",
    "edit_webauthn": "portal.accounts.entrance.RenamePasskeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
# A browser calls the plain HTTP of this very machine secure, and so may we where the site serves itself alone.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
# Staff who have done nothing for so many minutes sign in again.
STAFF_IDLE_MINUTES = environment.number("STAFF_IDLE_MINUTES", 30)

CACHES = {
    "default": {
        "BACKEND": "portal.caching.Cache",
        "LOCATION": environment.text("CACHE_URL", REDIS.cache),
    },
    # what many ask for, within each process: for what never changes under its key
    "near": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "near",
        "OPTIONS": {"MAX_ENTRIES": 300},
    },
}
# Not in the cache: whoever signed out while it was away would be signed in again when it came back.
SESSION_ENGINE = "portal.accounts.sessions"

LANGUAGE_CODE = DEFAULT.code
LANGUAGES = [(language.code, language.name) for language in OURS]
MODELTRANSLATION_DEFAULT_LANGUAGE = DEFAULT.code
MODELTRANSLATION_FALLBACK_LANGUAGES = {
    "default": ("en", "zh-hans", "ru"),
}
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Shanghai"
FORMAT_MODULE_PATH = "portal.pages.formats"

STATIC_URL = "/static/"
STATIC_ROOT = Path(environment.text("STATIC_ROOT", str(VAR_DIR / "static")))
STATICFILES_DIRS = [BASE_DIR / "portal" / "static"]


def paper_storage() -> dict[str, Any]:
    """Where papers are kept: in a bucket where one is named, else in a private folder under VAR_DIR."""
    bucket = environment.text("PAPERS_S3_BUCKET", "")
    if not bucket:
        return {"BACKEND": "portal.files.storage.PrivateFolder"}
    options = {
        "bucket_name": bucket,
        "access_key": environment.text("PAPERS_S3_KEY"),
        "secret_key": environment.text("PAPERS_S3_SECRET"),
        "region_name": environment.text("PAPERS_S3_REGION", "") or None,
        "endpoint_url": environment.text("PAPERS_S3_ENDPOINT", "") or None,
        "default_acl": "private",
        "object_parameters": {"ServerSideEncryption": environment.text("PAPERS_S3_ENCRYPTION", "AES256")},
    }
    return {"BACKEND": "portal.files.storage.PrivateBucket", "OPTIONS": options}


STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    "papers": paper_storage(),
}
WHITENOISE_ADD_HEADERS_FUNCTION = static_files.guard
MEDIA_ROOT = VAR_DIR / "media"
# No file is received that is larger, and an owner's take up no more together; in bytes.
FILES_LARGEST = environment.number("FILES_LARGEST", 200 * 1024 * 1024)
FILES_QUOTA = environment.number("FILES_QUOTA", 1024 * 1024 * 1024)
# The exhibits of one enterprise take up no more together; in bytes.
EXHIBITS_QUOTA = environment.number("EXHIBITS_QUOTA", 5 * 1024 * 1024 * 1024)
# The files of a form, each on the disk while the request lasts, none in the memory.
FILE_UPLOAD_HANDLERS = ["portal.files.handlers.SignedInHandler"]
# What else a request may hold: a long text, a long list of fields.
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1_000
DATA_UPLOAD_MAX_NUMBER_FILES = 20
# The virus scanner: tcp://host:port or unix:///path; without one, files are checked by their structure alone.
CLAMD_URL = environment.text("CLAMD_URL", "")
SEARCH_INDEX_DIR = Path(environment.text("SEARCH_INDEX_DIR", str(VAR_DIR / "index")))
# How often one address may search, and ask for suggestions, one a keystroke.
SEARCH_RATE = environment.text("SEARCH_RATE", "120/m")
SUGGESTION_RATE = environment.text("SUGGESTION_RATE", "600/m")
# How often one address may ask the open interface.
API_RATE = environment.text("API_RATE", "600/m")
# Pages of other sites may read the open interface, and nothing else of the portal.
CORS_URLS_REGEX = r"^/api/"
CORS_ALLOW_ALL_ORIGINS = True
CORS_ALLOW_METHODS = ("GET", "HEAD", "OPTIONS")
CORS_ALLOW_HEADERS = ("accept", "accept-language", "if-modified-since", "if-none-match")
CORS_EXPOSE_HEADERS = (
    "ETag",
    "Link",
    "RateLimit-Limit",
    "RateLimit-Remaining",
    "RateLimit-Reset",
    "Retry-After",
)
# Where the files of the open data are, which beat has made every night.
OPEN_DATA_DIR = VAR_DIR / "open-data"
# For so many seconds a page shown to a signed-out reader may be without the newest change; 0: not at all.
PAGES_BEHIND = environment.number("PAGES_BEHIND", 1)

# Where mail is handed over; without a server it is written to files, for a demonstration.
EMAIL_HOST = environment.text("EMAIL_HOST", "")
EMAIL_PORT = environment.number("EMAIL_PORT", 25)
EMAIL_HOST_USER = environment.text("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = environment.text("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = environment.flag("EMAIL_USE_TLS")
EMAIL_USE_SSL = environment.flag("EMAIL_USE_SSL")
EMAIL_TIMEOUT = 10
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'filebased'}.EmailBackend"
EMAIL_FILE_PATH = VAR_DIR / "mail"
DEFAULT_FROM_EMAIL = SERVER_EMAIL = environment.text("DEFAULT_FROM_EMAIL", "") or f"no-reply@{FIRST_HOST}"
# The time-stamping authority (RFC 3161) of receipts, and the certificates it is trusted by, as one file of PEM: none,
# receipts say that they carry no time-stamp.
TSA_URL = environment.text("TSA_URL", "")
TSA_CERTIFICATES = environment.needed_by("TSA_URL", "TSA_CERTIFICATES")
# The bots of staff rooms, each as name=service://secret: none, none is told.
STAFF_ROOMS = staff_rooms.parse(environment.words("STAFF_ROOMS"))
# What a killed worker had begun is taken up by another after so long, longer than any mail takes.
NOTICE_LEASE = environment.number("NOTICE_LEASE", 300)
# What failed is tried again after so many seconds, then after twice as many, and so on up to so many.
NOTICE_RETRY = environment.number("NOTICE_RETRY", 30)
NOTICE_RETRY_LONGEST = environment.number("NOTICE_RETRY_LONGEST", 4 * 3600)

# In how many days this installation promises to decide a registration.
REGISTRATION_DAYS = environment.number("REGISTRATION_DAYS", 7)
# How long an invitation, an offer of ownership and a request to join wait: what we chose, no rule of law.
INVITATION_DAYS = environment.number("INVITATION_DAYS", 14)
TRANSFER_DAYS = 14
JOIN_REQUEST_DAYS = 30
# What one person, or one enterprise, may have waiting at once, or ask for within a day.
ENTERPRISE_DRAFTS = 10
INVITATIONS_PENDING = 50
JOIN_REQUESTS_A_DAY = 5

# A licence is verified again after so many days, and its holder hears of it so many days before: what we promise, no
# rule of law.
LICENCE_RECHECK_DAYS = environment.number("LICENCE_RECHECK_DAYS", 365)
LICENCE_NOTICE_DAYS = environment.number("LICENCE_NOTICE_DAYS", 30)
# What one person may claim at once and within a day, and enter; what a profile may name; what a firm may have waiting;
# for how many days a lawyer is not asked again.
LAWYER_CLAIMS = 3
LAWYER_CLAIMS_A_DAY = 5
LAWYER_FIRMS = 3
LAWYER_MENTIONS = 50
LAWYER_INVITATIONS = 50
LAWYER_INVITATION_PAUSE = 30

# How long an archive of law and what was found in it are kept: what we chose, no rule of law.
INTAKE_DAYS = environment.number("INTAKE_DAYS", 30)

CELERY_BROKER_URL = REDIS.celery
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# Redis gives a task out again when nobody has acknowledged it for this long; the shortest of all its users' counts.
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 3600,
    "socket_keepalive": True,
    # A web process that tells the worker of something waits no longer for a broker that hangs.
    "socket_connect_timeout": 1,
    "socket_timeout": 2,
}
# A task is given out again when its worker dies, so every task can be run twice; it ends well before it would be.
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_TIME_LIMIT = 1800
CELERY_TASK_SOFT_TIME_LIMIT = 1740
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT = 10
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = TIME_ZONE
CELERY_BEAT_SCHEDULE_FILENAME = str(VAR_DIR / "beat-schedule")
CELERY_BEAT_SCHEDULE = beat.SCHEDULE

# Which requests may change anything: no page does so by being looked at.
PGHISTORY_MIDDLEWARE_METHODS = ("POST", "PUT", "PATCH", "DELETE")

SITE_NAME = _("Law Wisdom Valley")
CSRF_FAILURE_VIEW = "portal.pages.errors.csrf_failure"
UNFOLD = console.UNFOLD

SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^health/"]  # asked by the machine itself, without a certificate
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUSTED_PROXIES else None
SECURE_HSTS_SECONDS = 2 * 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# A browser keeps a __Host- cookie to this very host, over HTTPS and for every path of it.
COOKIE_PREFIX = "__Host-" if HTTPS else ""
SESSION_COOKIE_NAME = f"{COOKIE_PREFIX}session"
CSRF_COOKIE_NAME = f"{COOKIE_PREFIX}csrf"
LANGUAGE_COOKIE_NAME = f"{COOKIE_PREFIX}language"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "portal.accounts.passwords.BreachedPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
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
# docs/decisions/console-policy.md says why.
CONSOLE_POLICY = {"script-src": [SELF, UNSAFE_EVAL], "style-src": [SELF, UNSAFE_INLINE]}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": environment.text("LOG_LEVEL", "INFO")},
    "loggers": {"django": {"handlers": [], "propagate": True}},
}
