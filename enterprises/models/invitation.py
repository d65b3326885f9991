"""Invitations: for one address, one role, one use."""

import datetime
import hashlib
import secrets
from typing import ClassVar, Final

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from enterprises.models.enterprise import Enterprise
from enterprises.policies import Role
from enterprises.states import INVITATION, InvitationState
from portal.history import tracked
from portal.languages import DEFAULT, LANGUAGES
from portal.workflow.machine import Machine
from portal.workflow.models import Moving

SALT: Final = "enterprises.invitation"
# Between two letters to the same address.
PAUSE: Final = datetime.timedelta(minutes=10)
PENDING: Final = (InvitationState.PREPARED, InvitationState.SENT, InvitationState.EXPIRED)


def new_nonce() -> str:
    return secrets.token_urlsafe(24)


def fingerprint(token: str) -> str:
    """What the database keeps of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def token_of(nonce: str, secret: str) -> str:
    """The token that only who knows the site's secret can make of a nonce."""
    return salted_hmac(SALT, nonce, secret=secret, algorithm="sha256").hexdigest()


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def pending(self) -> "InvitationQuerySet":
        """Those that wait to be sent, accepted, or sent anew."""
        return self.filter(state__in=PENDING).order_by("pk")

    def counting(self, now: datetime.datetime) -> "InvitationQuerySet":
        """Those that count against how many an enterprise may have: that wait, or were withdrawn within a day."""
        withdrawn = Q(state=InvitationState.WITHDRAWN, created_at__gt=now - datetime.timedelta(days=1))
        return self.filter(Q(state__in=PENDING) | withdrawn)

    def fresh(self, now: datetime.datetime) -> "InvitationQuerySet":
        """Those sent so lately that another letter to the same address would only fill a letter box."""
        return self.filter(sent_at__gt=now - PAUSE)

    def bearing(self, token: str) -> "InvitationQuerySet":
        """The one that was sent with this token, if any."""
        return self.filter(state=InvitationState.SENT, token_hash=fingerprint(token))

    def overdue(self, now: datetime.datetime) -> "InvitationQuerySet":
        return self.filter(state=InvitationState.SENT, expires_at__lte=now)


@tracked(secret=["nonce", "token_hash"], part_of="enterprise")
class Invitation(Moving):
    """That whoever reads mail at an address may join an enterprise in a role."""

    machine: ClassVar[Machine] = INVITATION

    enterprise = models.ForeignKey(Enterprise, models.CASCADE, related_name="invitations", verbose_name=_("enterprise"))
    email = models.EmailField(_("e-mail address"))
    role = models.CharField(_("role"), max_length=16, choices=Role)
    language = models.CharField(
        _("language of the letter"),
        max_length=10,
        choices=[(language.code, language.name) for language in LANGUAGES],
        default=DEFAULT.code,
    )
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("invited by")
    )
    state = models.CharField(
        _("state"), max_length=12, choices=InvitationState, default=InvitationState.PREPARED, editable=False
    )
    # Of the token the database holds only this and its hash: it takes the site's secret to make the token of it.
    nonce = models.CharField(_("what its token is made of"), max_length=40, default="", blank=True, editable=False)
    token_hash = models.CharField(_("hash of its token"), max_length=64, default="", blank=True, editable=False)
    expires_at = models.DateTimeField(_("expires"), null=True, editable=False)
    sent_at = models.DateTimeField(_("sent"), null=True, editable=False)
    created_at = models.DateTimeField(_("made"), default=timezone.now, editable=False)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                "enterprise",
                Lower("email"),
                condition=Q(state__in=PENDING),
                name="enterprises_invitation_one_an_address",
                violation_error_message=_("This address has been invited already."),
            ),
            models.CheckConstraint(
                name="enterprises_invitation_sent_has_token",
                condition=~Q(state=InvitationState.SENT) | (Q(expires_at__isnull=False) & ~Q(token_hash="")),  # nosec B106
                violation_error_message=_("An invitation that was sent has a token and a day it ends on."),
            ),
        ]
        indexes = [models.Index(fields=["token_hash"], name="enterprises_invitation_token")]

    def __str__(self) -> str:
        return f"{self.email} ({self.get_role_display()})"

    @property
    def token(self) -> str:
        """The token as it was sent, also where the site's secret has changed since; empty where none was."""
        made = (token_of(self.nonce, secret) for secret in [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS])
        return next((token for token in made if fingerprint(token) == self.token_hash), "")

    def has_ended(self, now: datetime.datetime) -> bool:
        """Whether its days are over."""
        return self.expires_at is not None and self.expires_at <= now
