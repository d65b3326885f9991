"""Papers that come into a matter from outside of the list of an enterprise: of another side, or of the institution."""

from typing import Any, Final

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enterprises.models import Membership
from legal.exhibits.languages import LONGEST_CODE, language_name
from legal.matters.kinds import Side
from legal.matters.models import Audience, Matter, Party
from legal.matters.models.message import KEPT, shown_to
from legal.serving.models.answer import Answer
from legal.serving.models.participant import Participant
from portal.files.models import File
from portal.history import tracked

LONGEST_NAME: Final = 200
LONGEST_PURPOSE: Final = 500
INSTITUTION: Final = ""


FOR_MEMBERS: Final = Q(audience=Audience.EVERYONE) & (Q(side=INSTITUTION) | ~Q(answer=None))


class PaperQuerySet(models.QuerySet["Paper"]):
    def shown_to(self, side: str) -> "PaperQuerySet":
        """Those a side is shown, of what was filed or brought by the institution."""
        return self.filter(shown_to(side), Q(side=INSTITUTION) | ~Q(answer=None))

    def read_by_members(self) -> "PaperQuerySet":
        """Those members of the enterprise read: what others have filed, and what the institution brought, for all."""
        return self.filter(FOR_MEMBERS)

    def opened_to(self, user: Any) -> "PaperQuerySet":
        """Those staff may open; what is for the tribunal alone, only the officer on whose desk the matter is."""
        return self.filter(_of_staff(user))

    def visible_to(self, user: Any) -> "PaperQuerySet":
        """Those whose file somebody may read: on a side, in the enterprise whose matter it is, or at its desk."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(_of_a_side(user) | _of_the_enterprise(user) | _of_staff(user))


def _of_a_side(user: AbstractBaseUser | AnonymousUser) -> Q:
    """What participants read: all of their own party; what others have filed for them; what was served on them."""
    mine = Participant.objects.of(user).standing().filter(matter=OuterRef("matter"))
    own = Q(Exists(mine.filter(party=OuterRef("party"))))
    reached = mine.reached("answer__at")
    alike = Q(Exists(reached.filter(party__side=OuterRef("side"))), audience=Audience.SIDE)
    everybody = Q(Exists(reached), audience=Audience.EVERYONE)
    served = Q(Exists(mine.filter(party__services__items__paper=OuterRef("pk"))))
    return own | (~Q(answer=None) & (alike | everybody)) | served


def _of_the_enterprise(user: AbstractBaseUser | AnonymousUser) -> Q:
    """What members read, each in the matters of their own enterprises."""
    mine = Q(matter__enterprise__in=Membership.objects.filter(person_id=user.pk).values("enterprise"))
    return mine & FOR_MEMBERS


def _of_staff(user: Any) -> Q:
    """What staff read of what was filed: what is for the tribunal alone only from their own desk."""
    if not user.is_staff:
        return Q(pk__in=[])
    opened = Q(matter__in=Matter.objects.opened_to(user))
    held = Q(matter__in=Matter.objects.opened_to(user).on_desk_of(user))
    audited = Q(matter__in=Matter.objects.audited_by(user)) & ~Q(audience__in=KEPT)
    # What a side has not filed yet is nobody else's.
    return (opened & ~Q(audience=Audience.TRIBUNAL) | held | audited) & (Q(side=INSTITUTION) | ~Q(answer=None))


@tracked(part_of="matter", secret=["name", "purpose"])
class Paper(models.Model):
    """A file with what is said of it, as it was received; `side` is empty where the institution brought it.

    `number` counts within what a party, or the institution, brought. Until it was filed with an answer, its party alone
    knows of it.
    """

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="papers", verbose_name=_("matter"))
    party = models.ForeignKey(Party, models.CASCADE, null=True, related_name="papers", verbose_name=_("party"))
    side = models.CharField(_("side"), max_length=12, choices=Side, blank=True)
    number = models.PositiveSmallIntegerField(_("number"))
    name = models.CharField(_("name"), max_length=LONGEST_NAME)
    purpose = models.CharField(_("what it proves"), max_length=LONGEST_PURPOSE, blank=True)
    language = models.CharField(_("language of the document"), max_length=LONGEST_CODE)
    audience = models.CharField(_("who is shown it"), max_length=12, choices=Audience)
    file = models.OneToOneField(File, models.PROTECT, related_name="+", verbose_name=_("file"))
    sha256 = models.CharField(_("SHA-256 at receipt"), max_length=64, editable=False)
    answer = models.ForeignKey(
        Answer, models.SET_NULL, null=True, related_name="papers", verbose_name=_("answer it was filed with")
    )
    produced_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("brought by")
    )
    produced_at = models.DateTimeField(_("brought"), default=timezone.now, editable=False)

    objects = PaperQuerySet.as_manager()

    class Meta:
        verbose_name = _("paper in a matter")
        verbose_name_plural = _("papers in a matter")
        default_permissions = ()
        ordering = ["party", "number"]
        constraints = [
            # At the end of the transaction: those after one that is taken out move up.
            models.UniqueConstraint(
                fields=["party", "number"],
                name="serving_paper_one_a_number",
                deferrable=models.Deferrable.DEFERRED,
                violation_error_message=_("Another paper has this number."),
            ),
            models.UniqueConstraint(
                fields=["matter", "number"],
                condition=Q(party=None),
                name="serving_paper_of_the_institution_one_a_number",
                violation_error_message=_("Another paper has this number."),
            ),
            models.CheckConstraint(
                name="serving_paper_of_a_party",
                condition=Q(side="", party=None) | (~Q(side="") & Q(party__isnull=False)),
                violation_error_message=_("A paper is of a party, or of the institution."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.name}"

    @property
    def language_name(self) -> str:
        """The language it is written in, as the reader calls it."""
        return language_name(self.language)

    def frozen(self) -> dict[str, Any]:
        """As it stands in what was filed."""
        return {fact: getattr(self, fact) for fact in ("number", "name", "purpose", "language", "audience", "sha256")}
