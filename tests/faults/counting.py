"""What came of a run: read from the database, and from what the mail server wrote down."""

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from django.db.models import Count, Max, Sum

from portal.accounts.models import User
from portal.notices import inbox
from portal.notices.models import Delivery
from portal.notices.states import OPEN, State


@dataclass(frozen=True)
class Outcome:
    """The figures of one run; `failed` says whether something was lost or came too often."""

    sent: int
    lost: int
    inbox_twice: int
    mail_twice: int
    mail_oftener: int
    refusals: int
    doubts: int
    attempts: int
    wrong_language: int

    @property
    def failed(self) -> bool:
        return bool(self.lost or self.inbox_twice or self.mail_oftener or self.wrong_language)

    @property
    def line(self) -> str:
        return f"notices: sent={self.sent} lost={self.lost} inbox_twice={self.inbox_twice} mail_twice={self.mail_twice}"


def count(keys: list[str], users: list[User], ledger: Path) -> Outcome:
    lines = [json.loads(line) for line in ledger.read_text(encoding="utf-8").splitlines()]
    taken = [line for line in lines if "id" in line]
    mails = Counter(line["id"] for line in taken)
    shown = Counter(notice.key for user in users for notice in inbox.notices(user))
    delivered = dict(Delivery.objects.filter(state=State.SENT).values_list("notice__key", "message_id"))
    lost = [key for key in keys if not shown[key] or mails[delivered.get(key, "")] == 0]
    tags = {user.email: "zh-Hans" if user.language == "zh-hans" else user.language for user in users}
    figures = Delivery.objects.aggregate(doubts=Sum("doubts"), attempts=Max("attempts"))
    return Outcome(
        sent=len(keys) - len(lost),
        lost=len(lost),
        inbox_twice=sum(number > 1 for number in shown.values()),
        mail_twice=sum(number == 2 for number in mails.values()),
        mail_oftener=sum(number > 2 for number in mails.values()),
        refusals=len(lines) - len(taken),
        wrong_language=sum(line["language"] != tags[line["to"]] for line in taken),
        **figures,
    )


def delivered() -> int:
    """How many have been delivered so far."""
    return Delivery.objects.filter(state=State.SENT).count()


def open_deliveries() -> bool:
    """Whether anything is still on its way."""
    return Delivery.objects.filter(state__in=OPEN).exists()


def others() -> dict[str, int]:
    """What became of those that were not sent, for whoever looks into a run that failed."""
    return dict(Delivery.objects.exclude(state=State.SENT).values_list("state").annotate(Count("pk")))
