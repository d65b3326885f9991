"""Consents are given and withdrawn, and asked about before data go anywhere."""

import logging

from django.contrib.auth import get_user_model
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from portal.privacy.errors import NotInForceError, StandsForGoodError
from portal.privacy.models import Consent, ConsentText, Purpose, Withdrawal

logger = logging.getLogger(__name__)


@transaction.atomic
def record_consent(
    user: AbstractBaseUser,
    text: ConsentText,
    *,
    language: str,
    by: AbstractBaseUser,
    recipient: str = "",
    aim: str = "",
) -> Consent:
    """Note that a person agreed to a text, as shown in a language; for sharing, to whom the data go and what for.

    The consent that stands already where the person has agreed to this very text before. `NotInForceError` for a text
    that is not, or no longer, the one to agree to.
    """
    _lock(user)
    if not ConsentText.objects.in_force(at=timezone.now()).filter(pk=text.pk).exists():
        raise NotInForceError(text)
    same = Consent.objects.standing().filter(user_id=user.pk, text=text, recipient=recipient, aim=aim).first()
    return same or Consent.objects.create(
        user_id=user.pk,
        text=text,
        purpose=text.purpose,
        language=language,
        recipient=recipient,
        aim=aim,
        by_id=by.pk,
    )


@transaction.atomic
def withdraw(consent: Consent, *, by: AbstractBaseUser) -> None:
    """A person agrees no longer: this consent, and those to earlier versions for the same recipient and aim, end."""
    _lock(consent.user)
    alike = Consent.objects.standing().filter(
        user=consent.user, purpose=consent.purpose, recipient=consent.recipient, aim=consent.aim
    )
    Withdrawal.objects.bulk_create(Withdrawal(consent=one, by_id=by.pk) for one in alike)


def has_consent(user: AbstractBaseUser, purpose: Purpose, *, recipient: str = "", aim: str = "") -> bool:
    """Whether a person agreed, and has not withdrawn it; to whichever version it was."""
    return Consent.objects.standing().filter(user_id=user.pk, purpose=purpose, recipient=recipient, aim=aim).exists()


def may_share(user: AbstractBaseUser, recipient: str, aim: str) -> bool:
    """Whether data of a person may go to a named third party for an aim (PIPL 23)."""
    return has_consent(user, Purpose.SHARING, recipient=recipient, aim=aim)


def may_share_abroad(user: AbstractBaseUser, recipient: str, aim: str) -> bool:
    """Whether data of a person may leave China for a named recipient and an aim (PIPL 39), sharing included (23)."""
    return may_share(user, recipient, aim) and has_consent(user, Purpose.ABROAD, recipient=recipient, aim=aim)


@transaction.atomic
def save_text(text: ConsentText, *, by: AbstractBaseUser) -> None:
    """Save a text that is not in force yet; a new one gets the next version of its purpose."""
    if text.pk:
        _still_open(text)
    else:
        text.version = _next_version(text.purpose)
    text.save()
    logger.info("text %s of a consent saved by user %s", text.pk, by.pk)


@transaction.atomic
def put_in_force(text: ConsentText, *, by: AbstractBaseUser) -> None:
    """From now on people agree to this text, and it never changes again; consents to earlier versions stand."""
    _still_open(text)
    text.in_force_from = timezone.now()
    text.save(update_fields=["in_force_from"])
    logger.info("text %s of a consent put in force by user %s", text.pk, by.pk)


def _still_open(text: ConsentText) -> None:
    if not ConsentText.objects.select_for_update().filter(pk=text.pk, in_force_from=None).exists():
        raise StandsForGoodError(text)


def _next_version(purpose: str) -> int:
    """After the newest; of two who add one at once, one waits here, and then sees what the other has added."""
    texts = ConsentText.objects.filter(purpose=purpose).order_by("pk")
    list(texts.select_for_update().values_list("pk", flat=True))
    newest: int = texts.aggregate(newest=Max("version", default=0))["newest"]
    return newest + 1


def _lock(user: AbstractBaseUser) -> None:
    """Whoever does two things at once does them one after the other."""
    get_user_model().objects.select_for_update(no_key=True).get(pk=user.pk)
