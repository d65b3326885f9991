"""What was submitted, as it stood at that moment, and the receipt of it."""

import pgtrigger
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser, PermissionsMixin
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from legal.matters.models.frozen import Frozen, new_token
from legal.matters.models.matter import Matter
from legal.matters.models.message import KEPT, Audience
from portal.files.models import File
from portal.history import tracked


class SubmissionQuerySet(models.QuerySet["Submission"]):
    def visible_to(self, user: AbstractBaseUser | AnonymousUser) -> "SubmissionQuerySet":
        """Those of matters a person may open."""
        return self.filter(matter__in=Matter.objects.visible_to(user))

    def read_by_staff(self, user: PermissionsMixin | AnonymousUser) -> "SubmissionQuerySet":
        """Those of matters whose content somebody of the staff may read."""
        return self.filter(matter__in=Matter.objects.read_by_staff(user))

    def listed_to_staff(self, user: PermissionsMixin | AnonymousUser) -> "SubmissionQuerySet":
        """Those whose list of files somebody of the staff may read: it names what was shown to few, too.

        With something for the tribunal alone in it, only the officer on whose desk the matter is; auditors none that
        is kept from the sides.
        """
        held = Q(matter__in=Matter.objects.opened_to(user).on_desk_of(user))
        opened = Q(matter__in=Matter.objects.opened_to(user)) & ~_with(Audience.TRIBUNAL)
        audited = Q(matter__in=Matter.objects.audited_by(user)) & ~_with(*KEPT)
        return self.filter(held | opened | audited)

    def without_receipt(self) -> "SubmissionQuerySet":
        """Those whose receipt has still to be made."""
        return self.filter(receipt=None)


def _with(*audiences: str) -> Q:
    """Submissions with an exhibit for one of these audiences."""
    return Q(pk__in=Submission.objects.filter(produced__audience__in=audiences).values("pk"))


@tracked(part_of="matter", exclude=["content", "manifest"], secret=["token"])
class Submission(Frozen):
    """`content` and `manifest` are texts to be summed up as they are; `sha256` is the sum of the manifest.

    The database refuses any change of it. It can be removed as a whole, once it was kept long enough.
    """

    matter = models.ForeignKey(Matter, models.PROTECT, related_name="submissions", verbose_name=_("matter"))
    content = models.TextField(_("what was submitted"))
    token = models.CharField(_("word of its address"), max_length=40, unique=True, default=new_token)
    at = models.DateTimeField(_("submitted"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("submitted by"))

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        verbose_name = _("submission")
        verbose_name_plural = _("submissions")
        default_permissions = ("view",)
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["matter", "position"],
                name="matters_submission_one_a_place",
                violation_error_message=_("Another submission stands in this place."),
            ),
        ]
        triggers = [pgtrigger.ReadOnly(name="frozen")]

    def __str__(self) -> str:
        return f"{self.matter} {self.position}"

    def get_absolute_url(self) -> str:
        return reverse("matters:receipt", args=[self.token])

    @property
    def stamped(self) -> "Stamp | None":
        """The time-stamp of an authority; None where it has none."""
        return getattr(self, "stamp", None)


class Receipt(models.Model):
    """The paper that says what was submitted; it is made once."""

    submission = models.OneToOneField(Submission, models.CASCADE, related_name="receipt", verbose_name=_("submission"))
    file = models.OneToOneField(File, models.PROTECT, related_name="+", verbose_name=_("file"))
    made_at = models.DateTimeField(_("made"))

    class Meta:
        verbose_name = _("receipt")
        verbose_name_plural = _("receipts")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.submission_id}"


class Stamp(models.Model):
    """The answer of the authority, whole as it gave it (RFC 3161); it is got once, and never changed."""

    submission = models.OneToOneField(Submission, models.CASCADE, related_name="stamp", verbose_name=_("submission"))
    answer = models.BinaryField(_("time-stamp"))
    at = models.DateTimeField(_("time of the authority"))
    authority = models.CharField(_("time-stamping authority"), max_length=500)

    class Meta:
        verbose_name = _("time-stamp of a submission")
        verbose_name_plural = _("time-stamps of submissions")
        default_permissions = ()
        triggers = [pgtrigger.ReadOnly(name="frozen")]

    def __str__(self) -> str:
        return f"{self.submission_id}"
