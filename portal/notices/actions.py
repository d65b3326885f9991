"""What is told, and what is done with what was told."""

import datetime
import logging
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Final
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.db.models import Model
from django.utils import timezone

from portal import sending
from portal.languages import CODES
from portal.notices.errors import (
    ForbiddenParameterError,
    NotGivenUpError,
    NotTheirsError,
    OutsideTransactionError,
)
from portal.notices.kinds import BY_SLUG, Kind
from portal.notices.models import Delivery, Notice, Preference, QuietHours
from portal.notices.notices import DIGEST
from portal.notices.recipients import Outsider, Recipient
from portal.notices.states import Channel, Mail, State
from portal.notices.unsubscribing import Refusal

logger = logging.getLogger(__name__)

# A name that is longer than this tells a story, and stories stay behind the sign-in.
LONGEST_NAME: Final = 200
Name = str | int | Mapping[str, str]
BATCH: Final = 1000


def notify(
    kind: str | Kind,
    *,
    to: Iterable[Recipient],
    about: Model | None = None,
    params: Mapping[str, Name] | None = None,
    key: str = "",
) -> list[Notice]:
    """Tell people something, in the transaction of what happened; answers the notices that are new.

    Each recipient is told once, and once for all with the same `key`. A notice is in its recipient's inbox with the
    commit; the worker is told then, and the mail is written in the language the recipient has at delivery.
    `params` are names the words need: no facts of a case, no code, no link. What has a name in each
    language is given by their codes.

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
        for channel in dict.fromkeys(Channel.ROOM if notice.room else Channel.MAIL for notice in made):
            transaction.on_commit(partial(wake, channel), robust=True)
    logger.info("notice %s written for %s of %s recipients", spec.slug, len(made), len(notices))
    return made


def wake(channel: str) -> None:
    """Tell the worker. Where the broker is away, its sweep finds the deliveries a moment later."""
    sending.send("portal.notices.tasks.relay", channel)


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


def _names(params: Mapping[str, Name]) -> dict[str, Name]:
    for name, value in params.items():
        said = value.values() if isinstance(value, Mapping) and set(value) == set(CODES) else [value]
        if not all(_is_short(one) for one in said):
            raise ForbiddenParameterError(name)
    return {name: str(value) if isinstance(value, str) else value for name, value in params.items()}


def _is_short(name: object) -> bool:
    return isinstance(name, str | int) and len(str(name)) <= LONGEST_NAME and "://" not in str(name)


@transaction.atomic
def mark_read(notice: Notice, *, by: AbstractBaseUser) -> None:
    """Note that its recipient has read a notice; the first time counts. `NotTheirsError` for anybody else."""
    if notice.user_id != by.pk:
        raise NotTheirsError
    Notice.objects.filter(pk=notice.pk).unread().update(read_at=timezone.now())


@transaction.atomic
def mark_all_read(*, by: AbstractBaseUser) -> int:
    """Note that somebody has read all of their inbox; answers how many they had not."""
    return Notice.objects.inbox_of(by).unread().order_by().update(read_at=timezone.now())


@transaction.atomic
def set_preferences(
    user: AbstractBaseUser,
    wishes: Mapping[str, str],
    quiet: tuple[datetime.time, datetime.time] | None,
    *,
    by: AbstractBaseUser,
) -> None:
    """Keep when a user wants mail of each group, and their quiet hours (None: none)."""
    for group, wish in wishes.items():
        Preference.objects.update_or_create(user_id=user.pk, group=group, defaults={"mail": wish})
    if quiet:
        QuietHours.objects.update_or_create(user_id=user.pk, defaults={"begin": quiet[0], "end": quiet[1]})
    else:
        QuietHours.objects.filter(user=user.pk).delete()
    logger.info("wishes about mail of user %s set by user %s", user.pk, by.pk)


@transaction.atomic
def unsubscribe(refusal: Refusal) -> None:
    """End the mails that a signed address names; of a daily mail, all that come in it. Whoever has the address acts."""
    if refusal.user and not get_user_model().objects.filter(pk=refusal.user).exists():
        return  # whose account is gone gets no mail any more
    wishes = Preference.objects.filter(user=refusal.user, outsider=refusal.outsider)
    if refusal.group == DIGEST.group.slug:
        wishes.filter(mail=Mail.DAILY).update(mail=Mail.NEVER)
    else:
        wish = Preference(user_id=refusal.user, outsider=refusal.outsider, group=refusal.group, mail=Mail.NEVER)
        if not wishes.filter(group=refusal.group).update(mail=Mail.NEVER):
            Preference.objects.bulk_create([wish], ignore_conflicts=True)
    logger.info("mails of %s ended by their link", refusal.group)


@transaction.atomic
def send_again(delivery: Delivery, *, by: AbstractBaseUser) -> None:
    """Try once more what was given up, from its first attempt on. `NotGivenUpError` for what was not."""
    now = timezone.now()
    dead = Delivery.objects.dead().filter(pk=delivery.pk)
    if not dead.update(state=State.PENDING, attempts=0, doubts=0, due_at=now, next_attempt_at=now, last_error=""):
        raise NotGivenUpError
    transaction.on_commit(partial(wake, delivery.channel), robust=True)
    logger.info("delivery %s sent again by user %s", delivery.pk, by.pk)
