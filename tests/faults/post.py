"""A mail server that takes two mails of three: what it takes it writes down before it says so."""

import asyncio
import json
import random
import sys
from email import message_from_bytes
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

REFUSED_SHARE = 1 / 3
STAGES = ("MAIL", "RCPT", "DATA", "hang up")


class Moody:
    """Refuses a share of all mails, each at one of the stages of its handing over, and takes them another time."""

    def __init__(self, ledger: Path, share: float) -> None:
        self.ledger = ledger.open("a", encoding="utf-8")
        self.share = share
        self.mood = random.Random(3052)  # noqa: S311 - its moods are no secret
        self.refuses = ""

    async def handle_MAIL(  # noqa: N802 - called so
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        self.refuses = self.mood.choice(STAGES) if self.mood.random() < self.share else ""
        if self.refuses == "MAIL":
            return self.refused("451 4.3.2 Not now")
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(  # noqa: N802 - called so
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.refuses == "RCPT":
            return self.refused("450 4.2.1 Mailbox busy")
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - called so
        if self.refuses == "DATA":
            return self.refused("452 4.3.1 No room")
        if self.refuses == "hang up":
            self.refused("")
            server.transport.abort()
            return "421 Gone"
        mail = message_from_bytes(envelope.content)
        self.write({"id": mail["Message-ID"], "to": envelope.rcpt_tos[0], "language": mail["Content-Language"]})
        return "250 Taken"

    def refused(self, answer: str) -> str:
        self.write({"refused": self.refuses})
        return answer

    def write(self, line: dict[str, str]) -> None:
        self.ledger.write(f"{json.dumps(line)}\n")
        self.ledger.flush()


def main(port: int, ledger: Path, share: float) -> None:
    controller = Controller(Moody(ledger, share), hostname="127.0.0.1", port=port)
    controller.start()
    asyncio.run(asyncio.Event().wait())


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3]))
