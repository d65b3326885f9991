"""Who takes part in a matter from outside of the enterprise whose matter it is: for a party, on its side."""

import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enterprises.models.enterprise import KEY_LENGTH
from legal.matters.crossing import CHINA
from legal.matters.kinds import Side
from legal.matters.models import Matter, Party
from legal.serving.models.invitation import Invitation
from legal.serving.models.recipient import Agreement, RecipientKind
from portal.history import tracked


def today() -> datetime.date:
    """The day in the zone, wherever whoever asks may be."""
    return timezone.localdate(timezone=timezone.get_default_timezone())


class ParticipantQuerySet(models.QuerySet["Participant"]):
    def standing(self, on: datetime.date | None = None) -> "ParticipantQuerySet":
        """Those who may take part on a day: not revoked, and a representative only as long as the authority lasts."""
        day = on or today()
        named = "invitation__representative"
        authority = Q(
            Q(**{f"{named}__valid_until": None}) | Q(**{f"{named}__valid_until__gte": day}),
            **{f"{named}__revoked_at": None, f"{named}__valid_from__lte": day},
        )
        return self.filter(Q(**{named: None}) | authority, revoked_at=None)

    def reached(self, came: str) -> "ParticipantQuerySet":
        """Those to whom a row of the query around this one may go, by the field that says when it came.

        They are in China, or the applicant agreed, and had not withdrawn that when it came.
        """
        named = "invitation__representative"
        as_lawyer = _agreed(RecipientKind.LAWYER, f"{named}__name", "invitation__country", came)
        as_party = _agreed(RecipientKind.PARTY, "party__name", "party__country", came)
        lawyers = Q(Q(invitation__country__code=CHINA) | Exists(as_lawyer), **{f"{named}__isnull": False})
        parties = Q(Q(party__country__code=CHINA) | Exists(as_party), **{named: None})
        return self.filter(lawyers | parties)

    def of(self, user: AbstractBaseUser | AnonymousUser) -> "ParticipantQuerySet":
        """Those that are one person; none where nobody is signed in."""
        return self.filter(user_id=user.pk) if user.is_authenticated else self.none()

    def with_matter(self) -> "ParticipantQuerySet":
        """With everything a page of theirs begins with: no query a row."""
        return self.select_related(
            "matter__enterprise__country", "party__country", "invitation__representative", "invitation__country"
        )


def _agreed(kind: RecipientKind, name: str, country: str, came: str) -> models.QuerySet[Agreement]:
    """The agreements to what participants are, that stood when something came."""
    at = OuterRef(OuterRef(came))
    return Agreement.objects.filter(
        Q(sharing__withdrawal=None) | Q(sharing__withdrawal__at__gte=at),
        Q(abroad__withdrawal=None) | Q(abroad__withdrawal__at__gte=at),
        recipient__matter=OuterRef("matter"),
        recipient__kind=kind,
        recipient__name=OuterRef(name),
        recipient__country=OuterRef(country),
    )


@tracked(part_of="matter")
class Participant(models.Model):
    """A person who acts for a party; an account is all they need, no enterprise."""

    key = models.CharField(_("key"), max_length=KEY_LENGTH, unique=True, editable=False)
    matter = models.ForeignKey(Matter, models.CASCADE, related_name="participants", verbose_name=_("matter"))
    # A party for which somebody takes part is not taken out: what they did stays as proof.
    party = models.ForeignKey(Party, models.PROTECT, related_name="participants", verbose_name=_("party"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="takes_part", verbose_name=_("person")
    )
    invitation = models.OneToOneField(
        Invitation, models.CASCADE, related_name="participant", verbose_name=_("invitation")
    )
    joined_at = models.DateTimeField(_("joined"), default=timezone.now, editable=False)
    revoked_at = models.DateTimeField(_("revoked"), null=True, editable=False)

    objects = ParticipantQuerySet.as_manager()

    class Meta:
        verbose_name = _("participant in a matter")
        verbose_name_plural = _("participants in a matter")
        default_permissions = ()
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["party", "user"],
                condition=Q(revoked_at=None),
                name="serving_participant_once",
                violation_error_message=_("This person takes part for this party already."),
            )
        ]
        # the matters in which somebody is a side
        indexes = [models.Index(fields=["user", "-joined_at"], name="serving_takes_part")]

    def __str__(self) -> str:
        return f"{self.user} ({self.party})"

    def get_absolute_url(self) -> str:
        return reverse("serving:matter", args=[self.key])

    @property
    def side(self) -> Side:
        """On which side they stand: that of their party."""
        return Side(self.party.side)

    @property
    def is_representative(self) -> bool:
        """Whether a paper of authority says how long they may act."""
        return self.invitation.representative_id is not None

    @property
    def is_of_the_applicant(self) -> bool:
        return self.side == Side.APPLICANT

    @property
    def is_standing(self) -> bool:
        """Whether they may take part today."""
        representative: Any = self.invitation.representative
        return self.revoked_at is None and (representative is None or representative.is_standing(today()))
