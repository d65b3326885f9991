"""The ordinary account the embedded servers run as: PostgreSQL refuses to run as root."""

import os
import pwd
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from portal.embedded.failure import EmbeddedError

ROOT: Final = 0
ORDINARY: Final = "nobody"


@dataclass(frozen=True, slots=True)
class Account:
    """Whose processes and files the servers are; `switch` where that is somebody else than ourselves."""

    name: str
    uid: int
    gid: int
    switch: bool

    def run(self, command: Sequence[str | Path], *, seconds: float = 120) -> subprocess.CompletedProcess[str]:
        """Run a program as this account, its two outputs as one text; never raises on its exit status."""
        return subprocess.run(  # noqa: S603 - programs of the wheels with paths of our own
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            timeout=seconds,
            check=False,
            cwd="/",
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"},
            start_new_session=True,
            user=self.uid if self.switch else None,
            group=self.gid if self.switch else None,
            extra_groups=[] if self.switch else None,
        )

    def reaches(self, path: Path) -> bool:
        """True where this account may enter the folder, or run the program."""
        return self.run(["test", "-x", path]).returncode == 0

    def own_folder(self, path: Path) -> None:
        """Make a folder of our own: this account's, mode 0700; an existing one is left as it is."""
        try:
            path.mkdir(mode=0o700)
        except FileExistsError:
            return
        path.chmod(0o700)
        if self.switch:
            os.chown(path, self.uid, self.gid)


def for_folder(folder: Path) -> Account:
    """Ourselves; as root, whoever the folder (or its nearest parent there is) belongs to, else `nobody`."""
    ours = os.geteuid()
    if ours != ROOT:
        return _account(ours, switch=False)
    owner = next(place for place in (folder, *folder.parents) if place.exists()).stat().st_uid
    return _account(owner or ORDINARY, switch=True)


def _account(who: int | str, *, switch: bool) -> Account:
    """PostgreSQL wants its account to have a name, which one made up for a container may not have."""
    try:
        entry = pwd.getpwnam(who) if isinstance(who, str) else pwd.getpwuid(who)
    except KeyError as error:
        raise EmbeddedError(
            f"PostgreSQL runs as no account without a name, and this machine does not know {who}:"
            " run this command as a user it knows."
        ) from error
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid, switch=switch)
