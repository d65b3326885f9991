"""What this room itself holds about a person: consents, the security log, copies that were made."""

import datetime
from collections.abc import Iterator

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import connection
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from portal.privacy.actions import exports
from portal.privacy.models import Consent, DataExport, RetentionRule, SecurityEvent, Withdrawal
from portal.privacy.registry import Fate, Section


def held_about(user: AbstractBaseUser) -> Iterator[Section]:
    yield {
        "slug": "consents",
        "heading": _("Consents"),
        "labels": {
            "purpose": _("Purpose"),
            "version": _("Version"),
            "language": _("Language shown"),
            "recipient": _("Recipient"),
            "aim": _("What for"),
            "given": _("Given"),
            "withdrawn": _("Withdrawn"),
        },
        "rows": [_consent(consent) for consent in Consent.objects.of(user)],
    }
    yield {
        "slug": "security-log",
        "heading": _("Security log"),
        "labels": {
            "what": _("What happened"),
            "when": _("When"),
            "address": _("Network address"),
            "browser": _("Browser"),
            "detail": _("Detail"),
        },
        "rows": [_event(event) for event in SecurityEvent.objects.of(user)],
    }


def _consent(consent: Consent) -> dict[str, str | int | datetime.datetime | None]:
    return {
        "purpose": consent.get_purpose_display(),
        "version": consent.text.version,
        "language": consent.get_language_display(),
        "recipient": consent.recipient,
        "aim": consent.aim,
        "given": consent.given_at,
        "withdrawn": consent.withdrawal.at if consent.is_withdrawn else None,
    }


def _event(event: SecurityEvent) -> dict[str, str | datetime.datetime | None]:
    return {
        "what": event.get_kind_display(),
        "when": event.at,
        "address": event.address,
        "browser": event.agent,
        "detail": event.told,
    }


def fates(user: AbstractBaseUser) -> Iterator[Fate]:
    yield Fate(_("Copies of your data"), DataExport.objects.filter(user_id=user.pk).count())
    yield Fate(
        _("Consents"),
        Consent.objects.filter(user_id=user.pk).count(),
        _("They show that what was done with your data was done with your consent."),
        _until("consents"),
    )
    yield Fate(
        _("Security log"),
        # One more is written when the account is deleted.
        SecurityEvent.objects.filter(user_id=user.pk).count() + 1,
        _("The law wants security logs kept for six months at least."),
        _until("security-log"),
    )
    # It is written when the account is deleted, to an address that is nobody's account then.
    yield Fate(
        _("The notice that your account was deleted, with the address it goes to"),
        1,
        _("You must hear of it, at the address the account had."),
        _until("notices"),
    )


def _until(kind: str) -> str:
    """How long records of a kind are kept, as the rules say."""
    rule = RetentionRule.objects.filter(kind=kind).first()
    if rule is None or rule.days is None:
        return str(_("Until the operator decides how long."))
    return ngettext("%(count)s day", "%(count)s days", rule.days) % {"count": rule.days}


def erase(user: AbstractBaseUser, *, by: AbstractBaseUser) -> None:
    for export in DataExport.objects.filter(user_id=user.pk):
        exports.remove(export)


def _expire_exports(before: datetime.datetime, *, rehearse: bool) -> int:
    old = DataExport.objects.filter(Q(made_at__lt=before) | Q(state=DataExport.State.FAILED, asked_at__lt=before))
    if rehearse:
        return old.count()
    gone = list(old.select_for_update(skip_locked=True))
    for export in gone:
        exports.remove(export)
    return len(gone)


def _expire_security_events(before: datetime.datetime, *, rehearse: bool) -> int:
    if rehearse:
        return SecurityEvent.objects.filter(at__lt=before).count()
    return _forgotten("SELECT privacy_forget_security_events(%s)", before)


def _expire_consents(before: datetime.datetime, *, rehearse: bool) -> int:
    """Consents that were withdrawn before that time; those that stand are kept."""
    if rehearse:
        return Withdrawal.objects.filter(at__lt=before).count()
    return _forgotten("SELECT privacy_forget_consents(%s)", before)


def _forgotten(statement: str, before: datetime.datetime) -> int:
    """What only the owner of the tables may remove: docs/decisions/append-only.md."""
    with connection.cursor() as cursor:
        cursor.execute(statement, [before])
        return int(cursor.fetchone()[0])


EXPIRES = {
    exports.KIND: _expire_exports,
    "security-log": _expire_security_events,
    "consents": _expire_consents,
}
