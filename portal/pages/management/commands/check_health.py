"""What a container asks of itself: is the web server, or the worker and beat, alive."""

import http.client
import os

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from portal.pages import health


class Command(BaseCommand):
    help = "Fail where a part of the site does not work."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("part", choices=["web", "worker"])

    def handle(self, *, part: str, **options: object) -> None:
        failing = _ask_web_server() if part == "web" else _ask_worker()
        if failing:
            raise CommandError(failing)
        self.stdout.write("It works.")


def _ask_web_server() -> str:
    """Over HTTP, as a visitor would; by the first name the site answers to."""
    port = int(os.environ.get("PORT", "8000"))
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=8)
    try:
        connection.request("GET", "/health/web/", headers={"Host": settings.ALLOWED_HOSTS[0].lstrip(".")})
        response = connection.getresponse()
        answer = response.read().decode()
    except OSError as error:
        return f"The web server does not answer: {error}."
    finally:
        connection.close()
    return "" if response.status == http.HTTPStatus.OK else f"The web server answers {response.status}: {answer}"


def _ask_worker() -> str:
    works = health.report({"worker": health.worker})["worker"]
    return "" if works else "No task of beat's has been run by a worker for a minute."
