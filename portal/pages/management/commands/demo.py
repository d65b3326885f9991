"""The whole portal on this machine, with its sample data, until somebody ends it."""

import os
import sys
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from portal.pages import demonstration
from portal.supervisor import Ended, Supervisor


class Command(BaseCommand):
    help = "Prepare and run the whole portal on this machine: web server, worker and beat, with the sample data."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8000")), help="the web server's")
        parser.add_argument("--data", type=Path, default=settings.BASE_DIR / "demo", help="the folder of sample data")

    def handle(self, *, port: int, data: Path, **options: object) -> None:
        try:
            demonstration.check_port(port)
            with Supervisor(
                os.environ | {"PORT": str(port), "SITE_URL": f"http://{demonstration.HOST}:{port}"}, self.say
            ) as supervisor:
                demonstration.prepare(supervisor, data)
                demonstration.run(supervisor, port)
        except Ended as end:
            self.say(str(end))
            sys.exit(end.status)

    def say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()
