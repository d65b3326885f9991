"""The lawyer: what a profile says, how far it is, and whether its licence has been checked."""

from typing import Any, ClassVar, Final

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Upper
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from legal.lawyers.kinds import LawyerKind
from legal.lawyers.models.firm import Firm
from legal.lawyers.models.verified import (
    HAS_A_NAME,
    LONGEST_NAME,
    RESERVED,
    SORTS,
    Verified,
    names_folded,
    verification_is_whole,
)
from legal.lawyers.states import PROFILE, State
from portal.accounts.time_zones import BEIJING
from portal.history import tracked
from portal.reference.models import Topic
from portal.workflow.machine import Machine
from portal.workflow.models import Moving


class LawyerQuerySet(models.QuerySet["Lawyer"]):
    def published(self) -> "LawyerQuerySet":
        """Those readers are shown."""
        return self.filter(state=State.PUBLISHED)

    def visible_to(self, user: AbstractBaseUser | AnonymousUser) -> "LawyerQuerySet":
        """Those readers are shown, and a person's own."""
        return self.filter(Q(state=State.PUBLISHED) | Q(user_id=user.pk)) if user.pk else self.published()

    def practising_in(self, code: str) -> "LawyerQuerySet":
        """Those admitted in a jurisdiction."""
        return self.filter(admissions__jurisdiction__code=code)


# The day in Beijing on which a moment falls: of a fixed zone, so that PostgreSQL can keep it.
DAY: Final = "((%(expressions)s) AT TIME ZONE 'Asia/Shanghai')::date"


@tracked(exclude=[*SORTS, "changed_at", "verified_on", "called"])
class Lawyer(Moving, Verified):
    """A lawyer's profile, as it was accepted last; nobody is shown whose licence has not been verified.

    `native_name` is the name in the script of its owner, of the language `native_language`. `user` is whose account
    keeps the profile: nobody's until it is claimed.
    """

    machine: ClassVar[Machine] = PROFILE

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="lawyer",
        verbose_name=_("account"),
    )
    kind = models.CharField(_("kind of lawyer"), max_length=24, choices=LawyerKind)
    native_name = models.CharField(_("name in its own script"), max_length=LONGEST_NAME, blank=True)
    native_language = models.CharField(_("language of that name"), max_length=12, blank=True)
    firm = models.ForeignKey(
        Firm, models.PROTECT, null=True, blank=True, related_name="lawyers", verbose_name=_("law firm")
    )
    licensed_on = models.DateField(_("licensed since"), null=True, blank=True)
    topics = models.ManyToManyField(Topic, related_name="lawyers", blank=True, verbose_name=_("practice areas"))
    summary = models.TextField(_("about the practice"), blank=True)
    # Which of its portraits readers are shown.
    photo = models.OneToOneField(
        "lawyers.Portrait",
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="shown_by",
        verbose_name=_("photo"),
    )
    fees = models.TextField(_("fees, as the lawyer states them"), blank=True)
    time_zone = models.CharField(_("time zone"), max_length=64, default=BEIJING)
    takes_new_matters = models.BooleanField(_("takes new matters"), default=True)
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.DRAFT, editable=False)
    created_at = models.DateTimeField(_("added"), default=timezone.now, editable=False)
    # By it the directory is ordered.
    verified_on = models.GeneratedField(
        verbose_name=_("day it was verified on"),
        expression=Func(F("verified_at"), template=DAY),
        output_field=models.DateField(),
        db_persist=True,
    )
    called = names_folded("native_name")

    objects = LawyerQuerySet.as_manager()

    class Meta:
        verbose_name = _("lawyer")
        verbose_name_plural = _("lawyers")
        ordering = ["slug"]
        permissions = [("verify_lawyer", _("Can verify licences and decide profiles of lawyers"))]
        constraints = [
            verification_is_whole("lawyers_lawyer_verification_is_whole"),
            # What nobody has verified keeps nobody else from the number.
            models.UniqueConstraint(
                "jurisdiction",
                Upper("licence_number"),
                condition=Q(verified_at__isnull=False),
                name="lawyers_lawyer_licence_once",
                violation_error_message=_("A verified lawyer of this jurisdiction has this licence number already."),
            ),
            models.CheckConstraint(
                name="lawyers_lawyer_shown_is_verified",
                condition=Q(state__in=[State.DRAFT, State.SUBMITTED]) | Q(verified_at__isnull=False),
                violation_error_message=_("A profile is shown when its licence has been verified."),
            ),
            models.CheckConstraint(
                name="lawyers_lawyer_has_a_name",
                condition=Q(state=State.DRAFT) | HAS_A_NAME,
                violation_error_message=_("A lawyer needs a name in one language at least."),
            ),
            models.CheckConstraint(
                name="lawyers_lawyer_kind_is_known",
                condition=Q(kind__in=LawyerKind.values),
                violation_error_message=_("This kind of lawyer is not known."),
            ),
            models.CheckConstraint(
                name="lawyers_lawyer_native_name_has_its_language",
                condition=Q(native_name="", native_language="") | Q(native_name__gt="", native_language__gt=""),
                violation_error_message=_("A name in its own script has the language it is written in, too."),
            ),
            models.CheckConstraint(
                name="lawyers_lawyer_slug_is_free",
                condition=~Q(slug__in=RESERVED),
                violation_error_message=_("This slug stands for another page."),
            ),
        ]
        indexes = [
            # The directory, of all lawyers, in the order it states: one a language.
            *(
                models.Index(
                    F("verified_on").desc(),
                    f"sort_{column}",
                    "id",
                    condition=Q(state=State.PUBLISHED),
                    name=f"lawyers_listed_{short}",
                )
                for column, short in (("zh_hans", "zh"), ("en", "en"), ("ru", "ru"))
            ),
            # When has any lawyer changed last?
            models.Index(fields=["-changed_at"], name="lawyers_lawyer_changed"),
        ]

    def get_absolute_url(self) -> str:
        return reverse("lawyers:lawyer", args=[self.slug])

    @property
    def is_published(self) -> bool:
        return self.state == State.PUBLISHED

    @property
    def is_discardable(self) -> bool:
        """Whether it was never published, and waits for nobody."""
        return self.state == State.DRAFT and not self.is_verified


# A table that Django makes, here so that its changes are recorded.
TopicsOfLawyers: Any = Lawyer.topics.through


@tracked(part_of="lawyer")
class TopicOfLawyer(TopicsOfLawyers):  # type: ignore[misc]  # a class made at run time
    """That a lawyer practises in an area."""

    class Meta:
        proxy = True
        app_label = "lawyers"
        default_permissions = ()
        verbose_name = _("practice area of a lawyer")
        verbose_name_plural = _("practice areas of lawyers")
