"""What is told, and what is done with what was told."""

import logging
from collections.abc import Iterable, Mapping
from typing import Final
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.db.models import Model

from portal import sending
from portal.notices.errors import ForbiddenParameterError, OutsideTransactionError
from portal.notices.kinds import BY_SLUG, Kind
from portal.notices.models import Delivery, Notice
from portal.notices.recipients import Outsider, Recipient
from portal.notices.states import Channel

logger = logging.getLogger(__name__)

# A name that is longer than this tells a story, and stories stay behind the sign-in.
LONGEST_NAME: Final = 200
BATCH: Final = 1000


def notify(
    kind: str | Kind,
    *,
    to: Iterable[Recipient],
    about: Model | None = None,
    params: Mapping[str, str | int] | None = None,
    key: str = "",
) -> list[Notice]:
    """Tell people something, in the transaction of what happened; answers the notices that are new.

    Each recipient is told once, and once for all with the same `key`. A notice is in its recipient's inbox with the
    commit; the worker is told then, and the mail is written in the language the recipient has at delivery.
    `params` are names the words need: no facts of a case, no code, no link.

    Raises `OutsideTransactionError` outside a transaction: what is told and what happened stand or fall together.
    Raises `ForbiddenParameterError` where a parameter is no short name, and KeyError for a kind nobody registered.
    """
    if not connection.in_atomic_block:
        raise OutsideTransactionError
    spec = BY_SLUG[kind] if isinstance(kind, str) else kind
    fields = _about(about) | {"kind": spec.slug, "params": _names(params or {}), "key": key}
    notices = [Notice(**_recipient(one), **fields, shown=spec.shown) for one in dict.fromkeys(to)]
    rooms = [room for room in spec.rooms if room in settings.STAFF_ROOMS]
    notices += [Notice(room=name, language=settings.STAFF_ROOMS[name].language, **fields) for name in rooms]
    made = _written(notices)
    if made:
        transaction.on_commit(wake, robust=True)
    logger.info("notice %s written for %s of %s recipients", spec.slug, len(made), len(notices))
    return made


def wake() -> None:
    """Tell the worker. Where the broker is away, its sweep finds the deliveries a moment later."""
    sending.send("portal.notices.tasks.relay")


def _written(notices: list[Notice]) -> list[Notice]:
    """Those that were not there under their key, each with its delivery."""
    # In one order, so that two that tell the same people the same at once wait for each other and not in a ring.
    notices.sort(key=lambda notice: (notice.user_id or 0, notice.email, notice.room))
    Notice.objects.bulk_create(notices, ignore_conflicts=True, batch_size=BATCH)
    made = notices
    if any(notice.key for notice in notices):
        there = set(Notice.objects.filter(pk__in=[notice.pk for notice in notices]).values_list("pk", flat=True))
        made = [notice for notice in notices if notice.pk in there]
    Delivery.objects.bulk_create([_delivery(notice) for notice in made], batch_size=BATCH)
    return made


def _delivery(notice: Notice) -> Delivery:
    """A mail keeps its Message-ID however often it is tried: whoever gets it twice can tell."""
    if notice.room:
        return Delivery(notice=notice, channel=Channel.ROOM)
    host = urlsplit(settings.SITE_URL).hostname or "localhost"
    return Delivery(notice=notice, channel=Channel.MAIL, message_id=f"<{notice.pk}@{host}>")


def _recipient(one: Recipient) -> dict[str, object]:
    if isinstance(one, Outsider):
        return {"email": one.email, "language": one.language}
    return {"user": one}


def _about(about: Model | None) -> dict[str, object]:
    if about is None:
        return {}
    return {"about_type": ContentType.objects.get_for_model(about), "about_id": str(about.pk)}


def _names(params: Mapping[str, str | int]) -> dict[str, str | int]:
    for name, value in params.items():
        if not isinstance(value, str | int) or len(str(value)) > LONGEST_NAME or "://" in str(value):
            raise ForbiddenParameterError(name)
    return {name: value if isinstance(value, int) else str(value) for name, value in params.items()}
