"""Says what the catalogues lack: a message of the code, a translation, a decision on a doubtful one."""

from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

Key = tuple[str | None, str, str]


class Command(BaseCommand):
    help = "Fail where a catalogue has an empty or fuzzy entry, or is not what makemessages would make of the code."
    requires_system_checks = ()

    def handle(self, **options: object) -> None:
        folder = Path(settings.LOCALE_PATHS[0])
        complaints = [complaint for source in _sources(folder) for complaint in _incomplete(folder, source)]
        complaints += self._outdated(folder)
        if complaints:
            raise CommandError("\n".join(complaints))
        self.stdout.write(f"{len(_sources(folder))} catalogues are complete.")

    def _outdated(self, folder: Path) -> list[str]:
        """The messages are collected where they belong, the only place that can be, and then put back as they were."""
        before = {source: (folder / source).read_bytes() for source in _sources(folder)}
        ours = {source: _keys(folder / source) for source in before}
        try:
            call_command("makemessages", all=True, no_obsolete=True, ignore_patterns=IGNORED, verbosity=0)
            return [line for source in ours for line in _differences(source, ours[source], _keys(folder / source))]
        finally:
            for source, content in before.items():
                (folder / source).write_bytes(content)


IGNORED = [".venv/*", "var/*", "tests/*", "docs/*"]


def _sources(folder: Path) -> list[Path]:
    return sorted(source.relative_to(folder) for source in folder.glob("*/LC_MESSAGES/*.po"))


def _catalogue(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file)


def _key(message: Message) -> Key:
    singular, plural = message.id if isinstance(message.id, tuple | list) else (message.id, "")
    return message.context, singular, plural


def _incomplete(folder: Path, source: Path) -> list[str]:
    catalogue = _catalogue(folder / source)
    lines = []
    for message in catalogue:
        if not message.id:
            continue
        strings = message.string if isinstance(message.string, tuple | list) else (message.string,)
        if not all(strings) or (message.pluralizable and len(strings) != catalogue.num_plurals):
            lines.append(f"{source}: no translation of {_key(message)[1]!r}.")
        if message.fuzzy:
            lines.append(f"{source}: a doubtful (fuzzy) translation of {_key(message)[1]!r}.")
    return lines + [f"{source}: an obsolete entry {key!r}." for key in catalogue.obsolete]


def _keys(path: Path) -> set[Key]:
    return {_key(message) for message in _catalogue(path)}


def _differences(source: Path, ours: set[Key], code: set[Key]) -> list[str]:
    missing = [
        f"{source}: the code says {key[1]!r}, the catalogue does not; run `make messages`." for key in code - ours
    ]
    surplus = [f"{source}: nothing in the code says {key[1]!r}; run `make messages`." for key in ours - code]
    return sorted(missing + surplus)
