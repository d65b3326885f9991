"""What the tests of notices share: kinds of each sort, a clock that stands still, a mail server."""

import asyncio
import dataclasses
import datetime
from collections.abc import Callable, Iterator

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.utils import timezone

from portal.notices.kinds import BY_SLUG, SECURITY, Kind
from portal.notices.notices import TRIAL


@pytest.fixture
def mandatory(monkeypatch: pytest.MonkeyPatch) -> Kind:
    """The trial as a kind that nobody can turn off."""
    kind = dataclasses.replace(TRIAL, mandatory=True, group=SECURITY)
    monkeypatch.setitem(BY_SLUG, TRIAL.slug, kind)
    return kind


@pytest.fixture
def set_clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], datetime.datetime]:
    """Lets it be a time, as in `2096-11-26 23:30`, of the clock in Shanghai, for all that asks for the time."""

    def set_to(written: str) -> datetime.datetime:
        moment = datetime.datetime.fromisoformat(f"{written}:00+08:00")
        monkeypatch.setattr(timezone, "now", lambda: moment)
        return moment

    return set_to


class MailServer:
    """Speaks SMTP; answers what it is told to, and keeps what it took."""

    def __init__(self) -> None:
        self.answer = "250 OK"
        self.at = "DATA"
        self.taken: list[Envelope] = []
        self.calls = 0
        self.goes_after: int | None = None
        self.listener: asyncio.Server | None = None

    async def handle_EHLO(  # noqa: N802 - called so
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        self.calls += 1
        session.host_name = hostname
        return responses

    async def handle_RCPT(  # noqa: N802 - called so
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.at == "RCPT":
            return self.answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - called so
        if len(self.taken) == self.goes_after and self.listener:
            self.listener.close()
            server.transport.abort()
        elif self.answer.startswith("250"):
            self.taken.append(envelope)
        return self.answer


@pytest.fixture
def mail_server(settings, unused_port: int) -> Iterator[MailServer]:
    """A mail server on a port of this machine, which the portal is told to use."""
    handler = MailServer()
    controller = Controller(handler, hostname="127.0.0.1", port=unused_port)
    controller.start()
    handler.listener = controller.server
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", unused_port
    yield handler
    controller.stop()


@pytest.fixture
def roomy(monkeypatch: pytest.MonkeyPatch) -> Kind:
    """The trial as a kind that is told in two staff rooms."""
    kind = dataclasses.replace(TRIAL, rooms=("registry", "duty"))
    monkeypatch.setitem(BY_SLUG, TRIAL.slug, kind)
    return kind
