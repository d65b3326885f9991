"""Invitations to take part in a matter: for one address, one party, one use."""

import datetime
import hashlib
import secrets
from typing import Final

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from legal.matters.models import Matter, Party, Representative
from legal.matters.models.matter import WRITTEN_IN
from portal.history import tracked
from portal.reference.models import Jurisdiction

SALT: Final = "serving.invitation"
# Between two letters to the same address.
PAUSE: Final = datetime.timedelta(minutes=10)


class Standing(models.TextChoices):
    """What became of an invitation; told by its days, never written down."""

    OPEN = "open", pgettext_lazy("invitation to a matter", "Sent")
    ACCEPTED = "accepted", pgettext_lazy("invitation to a matter", "Accepted")
    EXPIRED = "expired", pgettext_lazy("invitation to a matter", "Expired")
    REVOKED = "revoked", pgettext_lazy("invitation to a matter", "Revoked")


def new_nonce() -> str:
    return secrets.token_urlsafe(24)


def fingerprint(token: str) -> str:
    """What the database keeps of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def token_of(nonce: str, secret: str) -> str:
    """The token that only who knows the site's secret can make of a nonce."""
    return salted_hmac(SALT, nonce, secret=secret, algorithm="sha256").hexdigest()


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def bearing(self, token: str) -> "InvitationQuerySet":
        """The one that was sent last with this token, whatever became of it."""
        return self.filter(token_hash=fingerprint(token))

    def waiting(self) -> "InvitationQuerySet":
        """Those nobody has accepted and nobody has revoked; their days may be over."""
        return self.filter(accepted_at=None, revoked_at=None)


@tracked(part_of="matter", secret=["email", "nonce", "token_hash"])
class Invitation(models.Model):
    """That whoever reads mail at an address may take part for a party; as its representative where one is named."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="invitations", verbose_name=_("matter"))
    party = models.ForeignKey(Party, models.CASCADE, related_name="invitations", verbose_name=_("party"))
    representative = models.ForeignKey(
        Representative, models.CASCADE, null=True, related_name="invitations", verbose_name=_("representative")
    )
    # Where whoever is invited is: what leaves China wants a separate consent.
    country = models.ForeignKey(Jurisdiction, models.PROTECT, related_name="+", verbose_name=_("country"))
    email = models.EmailField(_("e-mail address"))
    language = models.CharField(_("language of the letter"), max_length=10, choices=WRITTEN_IN)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("invited by")
    )
    # Of the token the database holds only this and its hash: it takes the site's secret to make the token of it.
    nonce = models.CharField(_("what its token is made of"), max_length=40, editable=False)
    token_hash = models.CharField(_("hash of its token"), max_length=64, unique=True, editable=False)
    sent_at = models.DateTimeField(_("sent"), editable=False)
    expires_at = models.DateTimeField(_("expires"), editable=False)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("accepted by")
    )
    accepted_at = models.DateTimeField(_("accepted"), null=True, editable=False)
    revoked_at = models.DateTimeField(_("revoked"), null=True, editable=False)
    created_at = models.DateTimeField(_("made"), default=timezone.now, editable=False)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation to a matter")
        verbose_name_plural = _("invitations to matters")
        default_permissions = ()
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                "party",
                Lower("email"),
                condition=Q(accepted_at=None, revoked_at=None),
                name="serving_invitation_one_an_address",
                violation_error_message=_("This address has been invited already."),
            ),
            models.CheckConstraint(
                name="serving_invitation_accepted_by_somebody",
                condition=Q(accepted_at=None, accepted_by=None)
                | Q(accepted_at__isnull=False, accepted_by__isnull=False),
                violation_error_message=_("An invitation that was accepted was accepted by somebody."),
            ),
        ]

    def __str__(self) -> str:
        return self.email

    @property
    def token(self) -> str:
        """The token as it was sent, also where the site's secret has changed since; empty where none fits."""
        made = (token_of(self.nonce, secret) for secret in [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS])
        return next((token for token in made if fingerprint(token) == self.token_hash), "")

    @property
    def standing(self) -> Standing:
        if self.accepted_at is not None:
            return Standing.ACCEPTED
        if self.revoked_at is not None:
            return Standing.REVOKED
        return Standing.EXPIRED if self.expires_at <= timezone.now() else Standing.OPEN

    @property
    def is_open(self) -> bool:
        """Whether it can be accepted now."""
        return self.standing == Standing.OPEN

    @property
    def is_waiting(self) -> bool:
        """Whether it can be sent anew or revoked."""
        return self.standing in {Standing.OPEN, Standing.EXPIRED}
