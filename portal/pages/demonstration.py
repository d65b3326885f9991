"""How the portal comes up on one machine: what has to be prepared, in order, and what then runs."""

import hashlib
import http.client
import json
import socket
import sys
import time
from pathlib import Path
from typing import Final

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db.migrations.recorder import MigrationRecorder

from portal.pages import health
from portal.pages.tasks import beat_heart
from portal.search.reading import folder
from portal.supervisor import Ended, Program, Supervisor

HOST: Final = "127.0.0.1"
PATIENCE: Final = 90.0
# What fills an empty portal, in order: what is said, the command, what of the samples it is given.
LOADS: Final = (
    ("Loading the reference data", "load_reference", "."),
    ("Loading the texts of consents", "load_privacy"),
    ("Loading the industries of the zone", "load_industries"),
    ("Loading figures and calendars", "load_rules"),
    ("Importing the sample laws", "import_laws", "laws"),
    ("Importing the sample cases", "import_cases", "cases"),
    # After the laws, which they are held against.
    ("Loading the services of the zone", "load_services", "services.toml"),
    ("Loading the templates of letters", "load_letters"),
    ("Making the sample staff", "make_sample_staff"),
    ("Making the sample enterprises", "make_sample_enterprises"),
    ("Making the sample exhibits", "make_sample_exhibits"),
    ("Making the sample account for fees", "make_sample_payee"),
    ("Making the sample requests for arbitration", "make_sample_arbitrations"),
    ("Making the sample notarization", "make_sample_notarization"),
    ("Making the sample appraisal", "make_sample_appraisal"),
    # After the staff, who have verified them.
    ("Importing the sample lawyers", "import_lawyers", "lawyers"),
    ("Giving sample lawyers accounts", "make_sample_keepers"),
    # After them, one of whom takes part on the other side.
    ("Making the sample mediations", "make_sample_mediations"),
    ("Loading the partner universities", "load_universities"),
    ("Making the sample courses", "make_sample_training"),
)


def check_port(port: int) -> None:
    """`Ended` where the port is somebody else's."""
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((HOST, port))
        except OSError as error:
            raise Ended(
                f"Port {port} cannot be used ({error.strerror}): name another one, as in `make demo PORT=8001`.", 1
            ) from error


def prepare(supervisor: Supervisor, samples: Path) -> None:
    """Everything the site needs before it can run; what an earlier run has done is not done again."""
    log = settings.VAR_DIR / "log"
    log.mkdir(parents=True, exist_ok=True)
    call_command("compile_catalogues")
    assets = _fingerprint_of_assets()
    if _changed("static-files", assets):
        supervisor.complete(
            _manage("Collecting static files", "collectstatic", "--noinput", "--clear", log=log / "static.log")
        )
        _remember("static-files", assets)
    if not health.database():
        supervisor.complete(_manage("Migrating the database", "migrate"))
        supervisor.complete(_manage("Giving the roles their rights", "apply_roles"))
    # A version that has more to load than the one before it loads it into what that one has left.
    loaded = f"{_fingerprint(samples)} {_birth_of_database()} {' '.join(command for _, command, *_ in LOADS)}"
    if _changed("sample-data", loaded):
        supervisor.complete(_manage("Loading the sample data", "load_samples", str(samples)))
        _remember("sample-data", loaded)
    if folder().state() is None:
        supervisor.complete(_manage("Building the search index", "reindex"))


def run(supervisor: Supervisor, port: int) -> None:
    """Start the web server, the worker and beat; say where they are; return only by `Ended`."""
    log = settings.VAR_DIR / "log"
    python = sys.executable
    web = [python, "-m", "gunicorn", "portal.wsgi", "--chdir", str(settings.BASE_DIR)]
    celery = [python, "-m", "celery", "--workdir", str(settings.BASE_DIR), "-A", "portal"]
    supervisor.start(Program("the worker", [*celery, "worker", "--concurrency", "2"], log / "worker.log"))
    supervisor.start(Program("beat", [*celery, "beat"], log / "beat.log"))
    supervisor.start(Program("the web server", web, log / "web.log"))
    beat_heart.delay()
    await_health(supervisor, port)
    _say_where(supervisor, port)
    while True:
        supervisor.wait(None)


def _say_where(supervisor: Supervisor, port: int) -> None:
    known = settings.VAR_DIR / "sample-staff.json"
    staff = json.loads(known.read_text())
    members = json.loads((settings.VAR_DIR / "sample-members.json").read_text())
    lawyers = json.loads((settings.VAR_DIR / "sample-lawyers.json").read_text())
    site = f"http://{HOST}:{port}"
    mails = f"go to {settings.EMAIL_HOST}" if settings.EMAIL_HOST else f"are written to {settings.EMAIL_FILE_PATH}"
    code = f"{sys.executable} manage.py sample_code {staff['emails'][0]}"
    for line in (
        f"\nThe portal is ready: {site}/",
        f"  Sample accounts, all with the password {staff['password']} (kept in {known}):",
        f"  members of the sample enterprises, who sign in at {site}/en/account/login/",
        *(f"    {email}" for email in members),
        "  lawyers of the directory, who sign in there too",
        *(f"    {email}" for email in lawyers),
        f"  and staff, who work at {site}/console/",
        *(f"    {email}" for email in staff["emails"]),
        f"  The second step of staff is the code that `{code}` prints; for others, with their address.",
        f"  Mails {mails}.",
        f"  What the programs write is in {settings.VAR_DIR / 'log'}. Ctrl-C ends everything.",
    ):
        supervisor.say(line)


def await_health(supervisor: Supervisor, port: int) -> None:
    deadline = time.monotonic() + PATIENCE
    answer = "it does not answer"
    while time.monotonic() < deadline:
        supervisor.wait(0.1)
        connection = http.client.HTTPConnection(HOST, port, timeout=5)
        try:
            connection.request("GET", "/health/")
            response = connection.getresponse()
            answer = response.read().decode()
        except OSError:
            continue
        finally:
            connection.close()
        if response.status == http.HTTPStatus.OK:
            return
    raise Ended(f"The site did not become healthy in {PATIENCE:.0f} s: {answer}.", 1)


def _manage(name: str, *arguments: str, log: Path | None = None) -> Program:
    return Program(name, [sys.executable, str(settings.BASE_DIR / "manage.py"), *arguments], log)


def _changed(name: str, value: str) -> bool:
    path = settings.VAR_DIR / f"{name}.done"
    return not path.exists() or path.read_text() != value


def _remember(name: str, value: str) -> None:
    (settings.VAR_DIR / f"{name}.done").write_text(value)


def _fingerprint(root: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(path for path in root.rglob("*") if path.is_file()):
        digest.update(f"{path.relative_to(root)}\0".encode() + path.read_bytes())
    return digest.hexdigest()


def _fingerprint_of_assets() -> str:
    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            digest.update(f"{path}\0{storage.size(path)}\0{storage.get_modified_time(path).timestamp()}\n".encode())
    return digest.hexdigest()


def _birth_of_database() -> str:
    """What no other database has: the moment its first migration was applied."""
    first = MigrationRecorder.Migration.objects.order_by("applied", "id").first()
    return f"{first.applied:%Y-%m-%dT%H:%M:%S.%f}" if first else ""
