"""The embedded PostgreSQL: its data, its start and stop, its two roles."""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import psycopg
from psycopg import sql

from portal.embedded import programs
from portal.embedded.account import Account
from portal.embedded.failure import EmbeddedError
from portal.embedded.places import Places

SUPERUSER: Final = "postgres"
OWNER: Final = "portal_owner"
APPLICATION: Final = "portal"
DATABASE: Final = "portal"
PORT: Final = 5432
PATIENCE: Final = 60.0
DISK_FULL: Final = "No space left on device"

# The folder of the sockets is private to one account, so whoever reaches the socket is trusted.
INITDB: Final = (
    "--auth=trust",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    f"--username={SUPERUSER}",
    "--no-instructions",
)
SETTINGS: Final = {
    "listen_addresses": "",
    "port": str(PORT),
    "unix_socket_permissions": "0700",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "jit": "off",
    "max_wal_size": "2GB",
    "shared_buffers": "128MB",
    # A container gives /dev/shm 64 MB by default, which a parallel query outgrows.
    "dynamic_shared_memory_type": "mmap",
}


def start(places: Places, account: Account, *, durable: bool = True) -> None:
    """Start the server, making its data folder first; `durable=False` is for data that may be lost."""
    if not (places.postgresql / "PG_VERSION").exists():
        _initialise(places, account, durable=durable)
    if not forget_dead_server(places):
        return
    log = places.postgresql / "server.log"
    log.unlink(missing_ok=True)
    settings = SETTINGS | {"unix_socket_directories": str(places.sockets)}
    if not durable:
        settings |= {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}
    options = " ".join(f"-c {name}={_quoted(value)}" for name, value in settings.items())
    control = programs.postgresql("pg_ctl", places, account)
    where = ("-D", places.postgresql, "-l", log)
    done = account.run(
        [control, "start", "-w", "-s", "-t", f"{PATIENCE:.0f}", *where, "-o", options], seconds=PATIENCE + 10
    )
    if done.returncode:
        raise EmbeddedError(why_not_started(places.postgresql, log, done.stdout))
    _make_roles(places)


def stop(places: Places, account: Account, *, patience: float = PATIENCE) -> None:
    """Stop the server, its sessions ended, within so many seconds; nothing where it does not run."""
    if server_pid(places) is None:
        return
    control = programs.postgresql("pg_ctl", places, account)
    done = account.run(
        [control, "stop", "-w", "-s", "-m", "fast", "-t", f"{patience:.0f}", "-D", places.postgresql],
        seconds=patience + 10,
    )
    if done.returncode and server_pid(places) is not None:
        raise EmbeddedError(f"PostgreSQL under {places.postgresql} did not stop: {_last_line(done.stdout)}")


def is_running(places: Places) -> bool:
    """True where the server answers on its socket."""
    try:
        with connect(places, SUPERUSER, "postgres"):
            return True
    except psycopg.OperationalError:
        return False


def address(places: Places, role: str = APPLICATION, database: str = DATABASE) -> str:
    """The libpq address of one role on one database."""
    return f"postgresql:///{database}?host={_escaped(places.sockets)}&port={PORT}&user={role}"


@contextmanager
def connect(places: Places, role: str = SUPERUSER, database: str = DATABASE) -> Iterator[psycopg.Connection]:
    """An autocommitting connection, closed at the end."""
    connection = psycopg.connect(address(places, role, database), autocommit=True, connect_timeout=10)
    try:
        yield connection
    finally:
        connection.close()


def make_database(places: Places, name: str) -> None:
    """A database of the owner's, where there is none, in which the application role may read and write rows only."""
    with connect(places, SUPERUSER, "postgres") as connection:
        found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
        if not found:
            connection.execute(
                sql.SQL("CREATE DATABASE {} OWNER {}").format(sql.Identifier(name), sql.Identifier(OWNER))
            )
    with connect(places, SUPERUSER, name) as connection:
        for statement in GRANTS:
            connection.execute(
                sql.SQL(statement).format(
                    database=sql.Identifier(name),
                    owner=sql.Identifier(OWNER),
                    application=sql.Identifier(APPLICATION),
                )
            )


GRANTS: Final = (
    "REVOKE ALL ON DATABASE {database} FROM PUBLIC",
    "GRANT CONNECT ON DATABASE {database} TO {application}",
    "ALTER SCHEMA public OWNER TO {owner}",
    "REVOKE ALL ON SCHEMA public FROM PUBLIC",
    "GRANT USAGE ON SCHEMA public TO {application}",
    "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {application}",
    "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} GRANT USAGE, SELECT, UPDATE ON SEQUENCES TO {application}",
)


def server_pid(places: Places) -> int | None:
    """The process serving this data folder: the one its pid file names, where it truly works there."""
    try:
        pid = int((places.postgresql / "postmaster.pid").read_text().split()[0])
        works_in = Path(f"/proc/{pid}/cwd").readlink()
    except (OSError, ValueError, IndexError):
        return None
    return pid if works_in == places.postgresql.resolve() else None


def _initialise(places: Places, account: Account, *, durable: bool) -> None:
    """A data folder is made beside its place and moved there whole: a broken start leaves no half of one."""
    if places.postgresql.exists():
        if any(places.postgresql.iterdir()):
            raise EmbeddedError(
                f"The data folder {places.postgresql} is broken (it has no PG_VERSION):"
                " restore it from a backup, or move it away to begin anew."
            )
        places.postgresql.rmdir()
    unfinished = places.postgresql.with_name("postgresql.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    account.own_folder(unfinished)
    program = programs.postgresql("initdb", places, account)
    hurry = [] if durable else ["--no-sync"]
    done = account.run([program, *INITDB, *hurry, "-D", unfinished])
    if done.returncode:
        raise EmbeddedError(why_not_started(places.postgresql, unfinished / "server.log", done.stdout))
    unfinished.rename(places.postgresql)


def forget_dead_server(places: Places, *, patience: float = PATIENCE) -> bool:
    """After a crash the pid files name a process that is gone, or by now somebody else's; False where the server lives.

    One that lives and does not answer is just starting, recovering or stopping: it is waited for,
    for so many seconds.
    """
    deadline = time.monotonic() + patience
    while server_pid(places) is not None:
        if is_running(places):
            return False
        if time.monotonic() > deadline:
            raise EmbeddedError(f"PostgreSQL under {places.postgresql} runs but does not answer: stop it.")
        time.sleep(0.1)
    stale = [places.postgresql / "postmaster.pid"]
    stale += [places.sockets / f".s.PGSQL.{PORT}", places.sockets / f".s.PGSQL.{PORT}.lock"]
    for path in stale:
        path.unlink(missing_ok=True)
    return True


def _make_roles(places: Places) -> None:
    with connect(places, SUPERUSER, "postgres") as connection:
        present = {name for (name,) in connection.execute("SELECT rolname FROM pg_roles")}
        for role in (OWNER, APPLICATION):
            if role not in present:
                connection.execute(
                    sql.SQL("CREATE ROLE {} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE").format(sql.Identifier(role))
                )
    make_database(places, DATABASE)


def why_not_started(data: Path, log: Path, output: str) -> str:
    """One sentence from what the server wrote last."""
    written = output + (log.read_text(errors="replace") if log.exists() else "")
    if DISK_FULL in written:
        return f"The disk is full: make room under {data.parent} and run the command again."
    return (
        f"PostgreSQL cannot start on the data folder {data} ({_last_line(written)}):"
        " restore it from a backup, or move it away to begin anew."
    )


def _last_line(written: str) -> str:
    """The last complaint of a log, without its time."""
    lines = [line.strip() for line in written.splitlines() if line.strip()]
    grave = [line for line in lines if "FATAL" in line or "PANIC" in line or "error:" in line]
    chosen = (grave or lines or ["no reason given"])[-1]
    return chosen.split("FATAL:")[-1].split("PANIC:")[-1].strip()


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "'\\''") + "'"


def _escaped(path: Path) -> str:
    return str(path).replace("%", "%25").replace("/", "%2F").replace(" ", "%20").replace("&", "%26")
