"""Every setting of Via, read from the environment once, failing loudly.

`.env.example` lists the variables. In development (VIA_ENV=development, the default) the
embedded servers of a running `manage.py dev` are joined where no URL is given.
"""

import os
from pathlib import Path

import environ
from celery.schedules import schedule
from django.core.exceptions import ImproperlyConfigured
from kombu.entity import Queue

from tracker.logs import logging_config

ROOT = Path(__file__).resolve().parent.parent
env = environ.Env()

VIA_ENV = env.str("VIA_ENV", "development")
if VIA_ENV not in ("development", "production"):
    raise ImproperlyConfigured(f"VIA_ENV is {VIA_ENV!r}: set it to development or production.")
DEVELOPMENT = VIA_ENV == "development"
VERSION = "0.1.0"

# Security ---------------------------------------------------------------------------------

DEFAULT_SECRET_KEY = "development-only-" + "0" * 48
SECRET_KEY = env.str("SECRET_KEY", DEFAULT_SECRET_KEY)
if SECRET_KEY == DEFAULT_SECRET_KEY and not DEVELOPMENT:
    raise ImproperlyConfigured("SECRET_KEY is not set: give every installation its own long random value.")
DEBUG = env.bool("DEBUG", False)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"] if DEVELOPMENT else [])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", not DEVELOPMENT)
SECURE_HSTS_SECONDS = 0 if DEVELOPMENT else env.int("SECURE_HSTS_SECONDS", 31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not DEVELOPMENT
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.bool("BEHIND_PROXY", False) else None
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]  # the container's own health check speaks plain HTTP
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not DEVELOPMENT
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"

# Application ------------------------------------------------------------------------------

INSTALLED_APPS = [
    "tracker.apps.DeskConfig",  # django.contrib.admin, with the desk inside
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "pgtrigger",
    "pghistory",
    "rest_framework",
    "django_filters",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "quotes",
    "api",
    "tracker",
]
MIDDLEWARE = [
    "tracker.logs.RequestIdMiddleware",
    "api.unprintable.CleanTextMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "tracker.policy.AdminPolicyMiddleware",
    "pghistory.middleware.HistoryMiddleware",  # who changed a row, in the row's history
]
ROOT_URLCONF = "tracker.urls"
WSGI_APPLICATION = "tracker.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LANGUAGE_CODE = "en"
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True
STATIC_URL = "static/"
# In development static files are found where they lie; nothing is collected.
STATIC_ROOT = env.str("STATIC_ROOT", "" if DEVELOPMENT else str(ROOT / "staticfiles")) or None
WHITENOISE_USE_FINDERS = DEVELOPMENT
WHITENOISE_AUTOREFRESH = DEBUG
_static = "django.contrib.staticfiles.storage.StaticFilesStorage"
if not DEVELOPMENT:
    _static = "whitenoise.storage.CompressedManifestStaticFilesStorage"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": _static},
}

# PostgreSQL is the truth ------------------------------------------------------------------

from tracker.embedded import joined  # noqa: E402 - after VIA_STATE is known
from tracker.embedded.state import State  # noqa: E402 - likewise

_urls = joined() if DEVELOPMENT else {}
DATABASE_URL = env.str("DATABASE_URL", _urls.get("DATABASE_URL", ""))
REDIS_URL = env.str("REDIS_URL", _urls.get("REDIS_URL", ""))
if not DEVELOPMENT and not (DATABASE_URL and REDIS_URL):
    raise ImproperlyConfigured("DATABASE_URL and REDIS_URL must both be set outside development.")
# With no server known, the name says so where a connection is tried: manage.py puts it in a sentence.
DATABASES = {"default": env.db_url_config(DATABASE_URL or "postgres://via@/no-database-is-running")}
_database = DATABASES["default"]
_database["ENGINE"] = "django.db.backends.postgresql"
_options = _database.setdefault("OPTIONS", {})
_options.setdefault("prepare_threshold", 5)  # else `quotes.services.statements` cannot prepare any
if env.bool("DATABASE_POOL", False):  # the web: threads share a few connections
    _options["pool"] = {"min_size": 1, "max_size": env.int("DATABASE_POOL_SIZE", 8), "timeout": 3}
else:  # workers and commands: one connection a process, checked before use
    _database["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", 60)
    _database["CONN_HEALTH_CHECKS"] = True

# Redis is a hint --------------------------------------------------------------------------

CELERY_BROKER_URL = (REDIS_URL or "redis://127.0.0.1:1/0").replace("unix://", "redis+socket://", 1)
LEASE_SECONDS = env.float("LEASE_SECONDS", 45.0)  # longer than the tasks' own limits, see quotes/tasks.py
ROWS_A_PIECE = env.int("ROWS_A_PIECE", 20_000)  # of a job, at most; stages have smaller ones of their own
CELERY_TASK_IGNORE_RESULT = True  # state lives in rows
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_SERIALIZER = CELERY_RESULT_SERIALIZER = "json"
CELERY_TASK_TIME_LIMIT = 120
CELERY_TASK_SOFT_TIME_LIMIT = 90
CELERY_WORKER_CANCEL_LONG_RUNNING_TASKS_ON_CONNECTION_LOSS = True
CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT = 30
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_WORKER_MAX_TASKS_PER_CHILD = 1000
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 180,
    "unacked_restore_interval": 5,
    "unacked_restore_throttle": 1,
    "socket_timeout": 30,
    "socket_connect_timeout": 3,
    "health_check_interval": 25,
    "max_retries": 0,  # of a publisher: a broker that is down must not hold a request up; the sweep follows
}
CELERY_TASK_PUBLISH_RETRY = False
CELERY_TASK_DEFAULT_QUEUE = "default"
CELERY_TASK_QUEUES = [Queue(name) for name in ("default", "fetch", "read", "match", "rebuild", "export")]
CELERY_TASK_ROUTES = {
    "quotes.read_article": {"queue": "read"},
    "quotes.match_article": {"queue": "match"},
    "quotes.work_on_job": {"queue": "rebuild"},
}
CELERY_BEAT_SCHEDULE = {
    "sweep": {"task": "quotes.sweep", "schedule": schedule(10.0), "options": {"expires": 10}},
    "sweep-answers": {
        "task": "quotes.sweep_answers",
        "schedule": schedule(600.0),
        "options": {"expires": 60},
    },
    "sweep-exports": {
        "task": "quotes.sweep_exports",
        "schedule": schedule(3600.0),
        "options": {"expires": 600},
    },
}

# The API ----------------------------------------------------------------------------------

API_PUBLIC_READ = env.bool("API_PUBLIC_READ", True)
API_MAX_BODY_BYTES = env.int("API_MAX_BODY_BYTES", 8_000_000)
API_MAX_BULK_BYTES = env.int("API_MAX_BULK_BYTES", 1_000_000_000)
# Files of exports: where web and workers both reach them; how they show rows is the API's business.
EXPORTS_DIR = env.str("EXPORTS_DIR", str(State.from_environment().directory / "exports"))
EXPORTS_KEPT_HOURS = env.float("EXPORTS_KEPT_HOURS", 72.0)
EXPORT_RECORDS = "api.exporting.records"
# Calls in seconds, for each token (anonymous callers: each address) and kind of call; empty: no limit.
API_LIMITS = {
    "read": env.str("API_LIMIT_READ", "1200/60"),
    "search": env.str("API_LIMIT_SEARCH", "300/60"),
    "ingest": env.str("API_LIMIT_INGEST", "600/60"),
    "curate": env.str("API_LIMIT_CURATE", "600/60"),
    "log-in": env.str("API_LIMIT_LOG_IN", "30/300"),  # failed ones from one address, the admin's too
}
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "api.authentication.TokenAuthentication",
        "api.authentication.BasicAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["api.permissions.ByRoleAndScope"],
    "DEFAULT_THROTTLE_CLASSES": ["api.limits.buckets.Limits"],
    "DEFAULT_PAGINATION_CLASS": "api.pagination.Pages",
    "DEFAULT_FILTER_BACKENDS": ["api.filters.StrictFilterBackend"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["api.parsers.StrictJSONParser"],
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "api.parsers.Negotiation",
    "DEFAULT_METADATA_CLASS": None,  # OPTIONS answers with `Allow`, the schema says the rest
    "URL_FORMAT_OVERRIDE": None,  # `Accept` alone chooses; ?format= is an unknown parameter
    "EXCEPTION_HANDLER": "api.problems.answers.exception_handler",
    "NUM_PROXIES": env.int("NUM_PROXIES", 0),
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Via",
    "DESCRIPTION": "Who said it, through whom we heard it, who else printed it.",
    "VERSION": VERSION,
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "COMPONENT_SPLIT_REQUEST": True,
    "LICENSE": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
    "SERVERS": [{"url": "/", "description": "This installation"}],
    "PREPROCESSING_HOOKS": ["api.schema.hooks.without_slashes"],
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "api.schema.hooks.completed",
    ],
    "ENUM_SUFFIX": "",
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,
    "ENUM_NAME_OVERRIDES": {
        "AppearanceKind": "quotes.models.Appearance.Kind",
        "AppearanceState": "quotes.models.Appearance.State",
        "ArticleState": "quotes.models.Article.State",
        "SourceKind": "quotes.models.Source.Kind",
    },
}

# Logs -------------------------------------------------------------------------------------

LOGGING_CONFIG = None
logging_config(as_json=env.bool("LOG_JSON", not DEVELOPMENT), level=env.str("LOG_LEVEL", "INFO"))

os.environ.setdefault("PGCONNECT_TIMEOUT", "5")
