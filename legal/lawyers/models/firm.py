"""The firm, and who acts for it."""

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q
from django.db.models.functions import Upper
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from legal.lawyers.kinds import FirmKind
from legal.lawyers.models.verified import HAS_A_NAME, SORTS, Verified, names_folded, verification_is_whole
from portal.history import tracked


class FirmQuerySet(models.QuerySet["Firm"]):
    def published(self) -> "FirmQuerySet":
        """Those readers are shown: their licence has been verified."""
        return self.filter(verified_at__isnull=False)

    def administered_by(self, user: AbstractBaseUser | AnonymousUser) -> "FirmQuerySet":
        """Those a person may speak for."""
        return self.filter(members__user_id=user.pk, members__administrator=True) if user.pk else self.none()


@tracked(exclude=[*SORTS, "changed_at", "called"])
class Firm(Verified):
    """A law firm, or an office of one; readers see it from the day its licence was verified."""

    kind = models.CharField(_("kind of law firm"), max_length=24, choices=FirmKind)
    city = models.CharField(_("city"), max_length=120, blank=True)
    about = models.TextField(_("about the firm"), blank=True)
    website = models.URLField(_("website"), blank=True)

    called = names_folded()

    objects = FirmQuerySet.as_manager()

    class Meta:
        verbose_name = _("law firm")
        verbose_name_plural = _("law firms")
        ordering = ["slug"]
        permissions = [("verify_firm", _("Can verify the licences of law firms"))]
        constraints = [
            verification_is_whole("lawyers_firm_verification_is_whole"),
            # What nobody has verified keeps nobody else from the number.
            models.UniqueConstraint(
                "jurisdiction",
                Upper("licence_number"),
                condition=Q(verified_at__isnull=False),
                name="lawyers_firm_licence_once",
                violation_error_message=_("A verified firm of this jurisdiction has this licence number already."),
            ),
            models.CheckConstraint(
                name="lawyers_firm_has_a_name",
                condition=HAS_A_NAME,
                violation_error_message=_("A firm needs a name in one language at least."),
            ),
            models.CheckConstraint(
                name="lawyers_firm_kind_is_known",
                condition=Q(kind__in=FirmKind.values),
                violation_error_message=_("This kind of law firm is not known."),
            ),
        ]
        # When has any firm changed last?
        indexes = [models.Index(fields=["-changed_at"], name="lawyers_firm_changed")]

    def get_absolute_url(self) -> str:
        return reverse("lawyers:firm", args=[self.slug])


@tracked(part_of="firm")
class FirmMember(models.Model):
    """A person with an account who belongs to a firm; administrators speak for it."""

    firm = models.ForeignKey(Firm, models.CASCADE, related_name="members", verbose_name=_("law firm"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="firm_memberships", verbose_name=_("person")
    )
    administrator = models.BooleanField(_("may speak for the firm"), default=False)

    class Meta:
        verbose_name = _("member of a firm")
        verbose_name_plural = _("members of firms")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["firm", "user"],
                name="lawyers_firm_member_once",
                violation_error_message=_("This person is a member of the firm already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} ({self.firm})"
