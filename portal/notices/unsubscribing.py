"""The signed address that a mail carries for whoever wants no more of its sort: RFC 8058."""

from dataclasses import dataclass
from typing import Final

from django.core import signing
from django.urls import reverse

from portal.notices.kinds import Kind
from portal.notices.models import Notice
from portal.notices.recipients import fingerprint

SALT: Final = "portal.notices.unsubscribe"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Who wants no mail of which group of kinds; `user` or the fingerprint of an address."""

    group: str
    user: int | None
    outsider: str


def address(notice: Notice, kind: Kind) -> str:
    """The path, in the active language, that ends the mails of this kind's group for this recipient alone."""
    who = notice.user_id or fingerprint(notice.email)
    return reverse("notices:unsubscribe", args=[signing.dumps([kind.group.slug, who], salt=SALT)])


def read(token: str) -> Refusal:
    """What a token of ours says, however old it is; `BadSignature` for any other."""
    group, who = signing.loads(token, salt=SALT)
    return Refusal(group, None, who) if isinstance(who, str) else Refusal(group, who, "")
