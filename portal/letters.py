"""A letter of the portal: the same words as plain text and as a page with its style written beside each word."""

import functools
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import css_inline
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.mail import EmailMultiAlternatives, get_connection
from django.template.loader import render_to_string
from django.utils.translation import get_language

from portal.languages import by_code
from portal.outage import mail as outage

logger = logging.getLogger(__name__)

# No out-of-office reply comes back, RFC 3834.
AUTOMATIC: Final = {"Auto-Submitted": "auto-generated"}


@dataclass(frozen=True, slots=True)
class Letter:
    """What a letter says, in words of the language that is active while it is composed."""

    subject: str
    paragraphs: Sequence[str]
    code: str = ""
    # What a button says, and the whole address it leads to.
    link: tuple[str, str] | None = None
    # Below the rest, in small type: why it came, where from.
    remarks: Sequence[str] = ()
    # A list of things, each with its whole address; and below the remarks, ways on that have nothing to do with them.
    entries: Sequence[tuple[str, str]] = ()
    ways: Sequence[tuple[str, str]] = ()


def compose(letter: Letter, *, to: str) -> EmailMultiAlternatives:
    """The mail, text first, in the active language; to be sent by whoever asked for it."""
    language = by_code(get_language() or "")
    context = {"letter": letter, "site_name": settings.SITE_NAME, "language": language}
    mail = EmailMultiAlternatives(
        subject=" ".join(letter.subject.split()),
        body=render_to_string("mail/letter.txt", context).strip() + "\n",
        to=[to],
        headers={"Content-Language": language.tag, **AUTOMATIC},
    )
    mail.attach_alternative(styled(render_to_string("mail/letter.html", context)), "text/html")
    return mail


class UnsentError(Exception):
    """The mail server did not take a mail; it is not kept."""


def send(mail: EmailMultiAlternatives) -> None:
    """Hand a mail to the server while somebody waits for it; `UnsentError` where it does not take it.

    A server that does not answer is left alone for a few seconds: whoever comes meanwhile is told so at once.
    """
    if outage.lasts:
        raise UnsentError
    connection = get_connection()
    try:
        connection.open()
    except OSError as error:
        outage.note(error)
        raise UnsentError from error
    try:
        connection.send_messages([mail])
    except OSError as error:
        # By its class alone: the server's words may repeat the address.
        logger.warning("a mail was not taken by the server: %s", type(error).__name__)
        raise UnsentError from error
    finally:
        connection.close()


def styled(page: str) -> str:
    """A page for mail programs, which read no stylesheet: each rule of `mail.css` beside what it applies to."""
    return css_inline.inline(page, extra_css=_rules(), load_remote_stylesheets=False)


@functools.cache
def _rules() -> str:
    found = finders.find("mail.css")
    return Path(str(found)).read_text(encoding="utf-8")
