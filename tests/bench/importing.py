"""How long the national laws of China take to come in, with their index; and once more, when nothing has changed."""

from collections.abc import Iterator
from pathlib import Path

from tests.bench.measuring import Row, Spent
from tests.bench.site import CORPUS, PROJECT, manage, settle

MOST_SECONDS = 120
MOST_GIB = 1.5
GIB = 1 << 30


def prepare(var: Path) -> None:
    """The tables and the reference data, which every part needs; once more, it does nothing."""
    manage(var, "migrate", "-v0")
    manage(var, "collectstatic", "--noinput", "-v0")
    manage(var, "load_reference", str(PROJECT / "demo"))


def importing(var: Path) -> Iterator[Row]:
    """The corpus: all of it stays for what is measured next."""
    national = str(CORPUS / "cn-national")
    first = manage(var, "import_laws", national, allowed=(0, 1))
    yield Row(
        "Import and index the national laws of China",
        told(first),
        "",
        f"< {MOST_SECONDS} s, < {MOST_GIB} GiB",
        first.seconds < MOST_SECONDS and first.resident < MOST_GIB * GIB,
    )
    again = manage(var, "import_laws", national, allowed=(0, 1))
    yield Row("The same again, nothing changed", told(again), f"first time {first.seconds:.0f} s", "")
    others = manage(var, "import_laws", str(CORPUS / "laws"), allowed=(0, 1))
    yield Row("Import and index codes of other countries and treaties", told(others), "", "")
    samples = manage(var, "import_laws", str(PROJECT / "demo" / "laws"), allowed=(0, 1))
    yield Row("Import and index the sample laws", told(samples), "", "")
    settle()


def told(spent: Spent) -> str:
    return f"{spent.seconds:.1f} s, {spent.cpu:.1f} s of processor, {spent.resident / GIB:.2f} GiB"
