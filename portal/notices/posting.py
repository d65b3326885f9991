"""The mail server: one connection for many mails, and which of its answers are for good."""

from functools import partial
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPResponseException
from types import TracebackType
from typing import Final, Self

from django.core.mail import EmailMultiAlternatives, get_connection

from portal.notices.errors import NotTakenError, UnreachableError
from portal.notices.mailing import mail
from portal.notices.models import Delivery
from portal.notices.written import Written

PERMANENT: Final = 500


class PostOffice:
    """A connection kept over many mails, and made anew after it broke."""

    def __enter__(self) -> Self:
        self._connection = get_connection()
        self._open()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._connection.close()

    def write(self, delivery: Delivery) -> Written:
        letter = mail(delivery)
        return Written(delivery.notice.tongue, f"{letter.subject}\n{letter.body}", partial(self._send, letter))

    def _send(self, letter: EmailMultiAlternatives) -> None:
        self._open()
        try:
            self._connection.send_messages([letter])
        except OSError as error:
            # After some of its answers a server hangs up.
            self._connection.close()
            raise NotTakenError(named(error), for_good=is_permanent(error)) from error

    def _open(self) -> None:
        try:
            self._connection.open()
        except OSError as error:
            self._connection.close()
            raise UnreachableError(named(error)) from error


def named(error: Exception) -> str:
    """An error by its class and the server's code alone: the server's words may repeat the address."""
    return " ".join([type(error).__name__, *(str(code) for code in codes(error)[:1])])


def is_permanent(error: Exception) -> bool:
    """Whether the recipient or what is sent is refused for good: who we are, a server refuses to everybody."""
    refused = isinstance(error, SMTPRecipientsRefused | SMTPDataError)
    return refused and all(code >= PERMANENT for code in codes(error))


def codes(error: Exception) -> list[int]:
    """The codes of an SMTP server's answer; none for another error."""
    if isinstance(error, SMTPRecipientsRefused):
        return [code for code, _ in error.recipients.values()]
    return [error.smtp_code] if isinstance(error, SMTPResponseException) else []
