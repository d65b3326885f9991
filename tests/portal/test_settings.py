import importlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command

from portal import environment

PROJECT = Path(__file__).parents[2]
PRODUCTION = {
    "PATH": os.environ["PATH"],
    "SECRET_KEY": "k3y-" * 20 + "0123456789",
    "ALLOWED_HOSTS": "law.example",
    "DATABASE_URL": "postgresql://portal:secret@database/portal",
    "REDIS_URL": "redis://cache:6379/0",
    "TRUSTED_PROXIES": "1",
    "CLAMD_URL": "tcp://clamd:3310",
}


def settings_of(environ, expression):
    """What an expression over the settings is, in a process with this environment alone."""
    script = f"from portal import settings; print(({expression}))"
    return subprocess.run(
        [sys.executable, "-c", script], cwd=PROJECT, env=environ, capture_output=True, text=True, check=False
    )


def test_production_passes_djangos_own_check():
    done = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=PROJECT,
        env=PRODUCTION,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout) == (0, "System check identified no issues (0 silenced).\n")


@pytest.mark.parametrize("name", ["SECRET_KEY", "DATABASE_URL", "REDIS_URL"])
def test_missing_variable_is_named(name):
    done = settings_of({key: value for key, value in PRODUCTION.items() if key != name}, "settings.DEBUG")

    assert done.returncode == 1
    assert done.stderr.rstrip().endswith(f"ImproperlyConfigured: {name} is not set.")


def test_production_is_safe_by_default():
    done = settings_of(
        PRODUCTION,
        "settings.DEBUG, settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_SECURE, settings.SECURE_SSL_REDIRECT,"
        " settings.SECURE_HSTS_SECONDS >= 31536000, settings.SECURE_PROXY_SSL_HEADER",
    )

    assert done.stdout == "(False, '__Host-session', True, True, True, ('HTTP_X_FORWARDED_PROTO', 'https'))\n", (
        done.stderr
    )


def test_machine_that_serves_itself_alone_needs_no_certificate():
    done = settings_of(
        PRODUCTION | {"HTTPS": "no", "TRUSTED_PROXIES": "0", "DATABASE_POOL": "0"},
        "settings.SESSION_COOKIE_NAME, settings.SECURE_SSL_REDIRECT, settings.SECURE_HSTS_SECONDS,"
        " settings.SECURE_PROXY_SSL_HEADER, 'pool' in settings.DATABASES['default']['OPTIONS']",
    )

    assert done.stdout == "('session', False, 0, None, False)\n", done.stderr


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ({}, ("https://law.example", "no-reply@law.example", "filebased")),
        (
            {
                "SITE_URL": "https://www.law.example/",
                "EMAIL_HOST": "mail.example",
                "DEFAULT_FROM_EMAIL": "law@law.example",
            },
            ("https://www.law.example", "law@law.example", "smtp"),
        ),
    ],
)
def test_mail_says_where_the_site_is(given, read):
    done = settings_of(
        PRODUCTION | given,
        "settings.SITE_URL, settings.DEFAULT_FROM_EMAIL, settings.EMAIL_BACKEND.split('.')[-2]",
    )

    assert done.stdout == f"{read}\n", done.stderr


def test_database_address_becomes_djangos_settings():
    done = settings_of(
        PRODUCTION | {"DATABASE_URL": "postgresql://portal:se%3Acret@database:5433/law?sslmode=require"},
        "[settings.DATABASES['default'][key] for key in ('NAME', 'USER', 'PASSWORD', 'HOST', 'PORT', 'OPTIONS')]",
    )

    options = {"sslmode": "require", "pool": {"min_size": 1, "max_size": 8, "timeout": 10}}
    assert done.stdout == f"{['law', 'portal', 'se:cret', 'database', '5433', options]}\n", done.stderr


@pytest.mark.parametrize(("written", "read"), [("yes", True), ("On", True), ("0", False), ("", False), (None, True)])
def test_flag_is_true_or_false(written, read):
    environ = {} if written is None else {"HTTPS": written}

    assert environment.flag("HTTPS", default=True, environ=environ) is read


def test_flag_that_is_neither_is_named():
    with pytest.raises(ImproperlyConfigured, match="HTTPS is neither true nor false: 'perhaps'"):
        environment.flag("HTTPS", environ={"HTTPS": "perhaps"})


def test_number_that_is_none_is_named():
    with pytest.raises(ImproperlyConfigured, match="PORT is not a whole number: 'eight'"):
        environment.number("PORT", 8000, environ={"PORT": "eight"})


def test_number_words_and_text_are_read():
    environ = {"PORT": "8001", "ALLOWED_HOSTS": " law.example, ,www.law.example ", "NAME": "law"}

    assert environment.number("PORT", 8000, environ=environ) == 8001
    assert environment.words("ALLOWED_HOSTS", environ=environ) == ["law.example", "www.law.example"]
    assert environment.text("NAME", environ=environ) == "law"
    assert environment.text("OTHER", "default", environ=environ) == "default"


def test_variable_that_another_needs_is_named():
    environ = {"TSA_URL": "http://tsa.example/"}

    with pytest.raises(ImproperlyConfigured, match="TSA_CERTIFICATES is not set, which TSA_URL needs"):
        environment.needed_by("TSA_URL", "TSA_CERTIFICATES", environ=environ)

    assert environment.needed_by("TSA_URL", "TSA_CERTIFICATES", environ={}) == ""
    assert (
        environment.needed_by("TSA_URL", "TSA_CERTIFICATES", environ=environ | {"TSA_CERTIFICATES": "a.pem"}) == "a.pem"
    )


def test_text_without_a_default_is_named():
    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY is not set"):
        environment.text("SECRET_KEY", environ={})


@pytest.mark.parametrize("name", ["portal.wsgi", "portal.asgi"])
def test_web_server_finds_the_application(name):
    assert callable(importlib.import_module(name).application)


@pytest.mark.django_db
def test_every_change_of_the_models_has_its_migration(capsys):
    call_command("makemigrations", check=True, dry_run=True)

    assert capsys.readouterr().out == "No changes detected\n"
