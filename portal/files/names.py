"""The name of a file as people see it: in any script, without what could mislead them. It names nothing on a disk."""

import unicodedata
from typing import Final

from portal.files.models import LONGEST_NAME
from portal.files.refusals import RefusedError

# Persian, Uyghur and Hindi words are written with them.
JOINERS: Final = "\u200c\u200d"
# Control and formatting characters, among them those that turn the direction of writing; halves of pairs, private ones.
UNSEEN: Final = {"Cc", "Cf", "Cs", "Co", "Cn"}
# What a system runs when somebody clicks on it: people are not to see such a name, whatever ending follows.
RUN_BY_WINDOWS: Final = {
    "bat",
    "chm",
    "cmd",
    "cpl",
    "dll",
    "exe",
    "hta",
    "lnk",
    "msi",
    "msp",
    "pif",
    "ps1",
    "reg",
    "scr",
}
SCRIPTS: Final = {"jar", "js", "jse", "php", "sh", "vbe", "vbs", "wsf", "wsh"}
PROGRAMS: Final = {*RUN_BY_WINDOWS, *SCRIPTS, "apk", "docm", "xlsm"}
# Disks keep 255 bytes of a name; a browser may add a number to it.
LONGEST_IN_BYTES: Final = 240


def cleaned(name: str) -> str:
    """The name without folders and unseen characters, composed, of a length every disk can keep.

    `RefusedError` where nothing is left of it, or where it is named like a program.
    """
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    seen = "".join(character if is_seen(character) else _space(character) for character in last)
    composed = " ".join(unicodedata.normalize("NFC", seen).split()).strip(" ")
    stem, dot, ending = composed.rpartition(".")
    if not (stem if dot else ending):
        raise RefusedError("no-name")
    shown = shortened(stem, dot + ending) if dot else shortened(ending, "")
    if PROGRAMS.intersection(part.strip().lower() for part in composed.split(".")[1:]):
        raise RefusedError("program-name", name=shown)
    return shown


def is_seen(character: str) -> bool:
    return character in JOINERS or unicodedata.category(character) not in UNSEEN


def _space(character: str) -> str:
    """A line break or tab parts words; the rest leaves no gap."""
    return " " if character in "\t\n\r\v\f" else ""


def shortened(stem: str, suffix: str) -> str:
    """As much of the stem as there is room for, in whole characters, with the ending; one that is endless has none."""
    suffix = suffix[:20]
    room = LONGEST_IN_BYTES - len(suffix.encode())
    stem = stem[: LONGEST_NAME - len(suffix)]
    return stem.encode()[:room].decode(errors="ignore").rstrip() + suffix
