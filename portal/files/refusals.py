"""Why a file is not taken: one sentence for each reason, which says what to do."""

from typing import Any, Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.files.checking.verdicts import Fault

SENTENCES: Final = {
    "no-name": _("The file has no name. Give it one and choose it again."),
    "other-type": _("“%(name)s” is not of a type that is accepted here. Accepted are: %(types)s."),
    "program-name": _(
        "“%(name)s” is named like a program. Rename it so that it ends in its type alone, as contract.pdf does."
    ),
    "empty": _("“%(name)s” is empty. Open it on your device to see whether it is the right one, then choose it again."),
    "too-large": _("“%(name)s” is larger than %(largest)s. Make it smaller, or send it in parts."),
    "no-room": _("There is no room left for “%(name)s”: all files together may take up %(quota)s. Remove some first."),
    "broken-off": _("“%(name)s” did not arrive whole. Check your connection and choose it again."),
    "unusable": _("“%(name)s” cannot be used. Remove it and choose the file again."),
    Fault.OTHER_CONTENT: _(
        "The name “%(name)s” and the content of the file do not fit together. Save it anew in the type its name says."
    ),
    Fault.DAMAGED: _("“%(name)s” is damaged or not whole. Open it on your device, save it anew and choose it again."),
    Fault.SECOND_FORMAT: _("“%(name)s” holds a second file inside the first. Save it anew, or print it to PDF."),
    Fault.LOCKED: _("“%(name)s” is protected by a password. Save it without one and choose it again."),
    Fault.PROGRAM: _(
        "“%(name)s” contains a program, such as a macro or a script. Save it without, or print it to PDF."
    ),
    Fault.ATTACHMENTS: _("“%(name)s” has other files inside. Send those by themselves, and this one without them."),
    Fault.ELSEWHERE: _("“%(name)s” loads parts of itself from elsewhere. Print it to PDF and send that."),
    Fault.TOO_MANY_PIXELS: _("The picture “%(name)s” has too many pixels. Scan or save it at a lower resolution."),
    Fault.TOO_SMALL: _("The picture “%(name)s” has too few pixels to be shown. Choose a larger one."),
    Fault.MOVING: _("“%(name)s” is a moving picture. Send a still one."),
    Fault.EXPANDS: _("“%(name)s” takes up far too much room when it is opened. Save it anew, or print it to PDF."),
    Fault.TOO_LONG: _("“%(name)s” takes too long to check. Save it anew in a simpler form, or send it in parts."),
    Fault.TOO_MUCH: _("“%(name)s” holds too many files, or too much text. Divide it into several archives."),
    Fault.OTHER_ENTRIES: _(
        "“%(name)s” holds something other than texts: only files that end in .toml, .md, .txt or .json belong there. "
        "Take the rest out and pack it anew."
    ),
    Fault.NOT_TEXT: _("“%(name)s” holds a file that is no text in UTF-8. Save that file in UTF-8 and pack it anew."),
    Fault.LINKS: _("“%(name)s” holds a link in place of a file. Put the file itself there and pack it anew."),
    Fault.OUTSIDE: _("“%(name)s” holds a file whose path leads out of the archive. Pack the folders anew."),
    Fault.TWICE: _(
        "“%(name)s” holds two files of one name, or of names that differ in capitals alone. "
        "Rename one and pack it anew."
    ),
    Fault.NAME: _(
        "“%(name)s” holds a file whose name cannot be kept: it is too long, or nobody can read it. "
        "Rename it and pack it anew."
    ),
}


class RefusedError(ValidationError):
    """The file is not taken, and nothing is kept of it; the sentence says why and what to do."""

    def __init__(self, code: str, **named: Any) -> None:
        super().__init__(SENTENCES[code], code=code, params=named)
