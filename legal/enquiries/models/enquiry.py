"""The request for a consultation: who asks which lawyer about the law of what country, and how far it is."""

from typing import ClassVar, Final

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enterprises.models import Enterprise, Membership
from enterprises.models.enterprise import KEY_LENGTH
from legal.enquiries.states import ENQUIRY, UNDER_WAY, UNLOCKED, WITH_THE_LAWYER, State
from legal.lawyers.models import Lawyer
from portal.accounts.models import User
from portal.history import tracked
from portal.languages import LANGUAGES
from portal.privacy.models import Consent, Purpose
from portal.reference.models import Jurisdiction
from portal.workflow.machine import Machine
from portal.workflow.models import Moving

LONGEST_FACTS: Final = 3000


def _standing(purpose: Purpose) -> Exists:
    """Whether who asked agrees still that data go to this recipient for this aim."""
    given = Consent.objects.standing().filter(
        user=OuterRef("asked_by"), purpose=purpose, recipient=OuterRef("recipient"), aim=OuterRef("aim")
    )
    return Exists(given)


class EnquiryQuerySet(models.QuerySet["Enquiry"]):
    def of_members(self, user: AbstractBaseUser | AnonymousUser) -> "EnquiryQuerySet":
        """Those of enterprises a person is a member of."""
        return self.filter(enterprise__in=Membership.objects.filter(person_id=user.pk).values("enterprise"))

    def for_lawyer(self, user: User) -> "EnquiryQuerySet":
        """Those that have reached a person as a lawyer, ended or not."""
        return self.filter(lawyer__user=user, passed_on_at__isnull=False)

    def visible_to(self, user: AbstractBaseUser | AnonymousUser) -> "EnquiryQuerySet":
        """Those a person may open, from either side."""
        if not user.is_authenticated:
            return self.none()
        member = Membership.objects.filter(person_id=user.pk).values("enterprise")
        return self.filter(Q(enterprise__in=member) | Q(lawyer__user_id=user.pk, passed_on_at__isnull=False))

    def with_consent(self) -> "EnquiryQuerySet":
        """With `agreed`: whether the lawyer may be shown anything of it as consents stand now (PIPL 23 and 39)."""
        shared, abroad = _standing(Purpose.SHARING), _standing(Purpose.ABROAD)
        return self.annotate(agreed=Q(shared) & (Q(leaves_china=False) | Q(abroad)))

    def with_sides(self) -> "EnquiryQuerySet":
        """With the enterprise, the lawyer and the law it is about: no query a row."""
        return self.select_related(
            "enterprise",
            "lawyer__firm__jurisdiction",
            "lawyer__user",
            "lawyer__jurisdiction",
            "jurisdiction",
            "asked_by",
        )


@tracked(exclude=["facts"])
class Enquiry(Moving):
    """What an enterprise asks of a lawyer.

    `recipient` and `aim` are what consents to it name, as whoever asks reads them. What the check found is no matter
    of the enterprise, nor of the lawyer: `verdict` is shown to neither.
    """

    machine: ClassVar[Machine] = ENQUIRY

    key = models.CharField(_("key"), max_length=KEY_LENGTH, unique=True, editable=False)
    enterprise = models.ForeignKey(Enterprise, models.PROTECT, related_name="enquiries", verbose_name=_("enterprise"))
    lawyer = models.ForeignKey(Lawyer, models.PROTECT, related_name="enquiries", verbose_name=_("lawyer"))
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="enquiries", verbose_name=_("asked by")
    )
    jurisdiction = models.ForeignKey(
        Jurisdiction, models.PROTECT, related_name="+", verbose_name=_("law the request is about")
    )
    language = models.CharField(
        _("language of the request"),
        max_length=10,
        choices=[(language.code, language.name) for language in LANGUAGES],
    )
    facts = models.TextField(_("what it is about"), max_length=LONGEST_FACTS, blank=True)
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.DRAFT, editable=False)
    verdict = models.PositiveSmallIntegerField(_("verdict of the check"), null=True, editable=False)
    leaves_china = models.BooleanField(_("the lawyer is outside China"), editable=False)
    recipient = models.CharField(_("recipient"), max_length=200, editable=False)
    aim = models.CharField(_("what for"), max_length=200, editable=False)
    begun_at = models.DateTimeField(_("begun"), default=timezone.now, editable=False)
    sent_at = models.DateTimeField(_("sent"), null=True, editable=False)
    passed_on_at = models.DateTimeField(_("names sent to the lawyer"), null=True, editable=False)
    unlocked_at = models.DateTimeField(_("shown to the lawyer"), null=True, editable=False)
    ended_at = models.DateTimeField(_("ended"), null=True, editable=False)

    objects = EnquiryQuerySet.as_manager()

    class Meta:
        verbose_name = _("request for a consultation")
        verbose_name_plural = _("requests for a consultation")
        ordering = ["-begun_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["enterprise", "lawyer"],
                condition=Q(state__in=UNDER_WAY),
                name="enquiries_one_under_way",
                violation_error_message=_("A request of this enterprise to this lawyer is under way already."),
            ),
            models.CheckConstraint(
                name="enquiries_shown_after_names",
                condition=Q(unlocked_at=None) | Q(passed_on_at__isnull=False, unlocked_at__gte=F("passed_on_at")),
                violation_error_message=_("A lawyer sees the names before anything else of a request."),
            ),
            models.CheckConstraint(
                name="enquiries_shown_when_unlocked",
                condition=~Q(state__in=UNLOCKED) | Q(unlocked_at__isnull=False),
                violation_error_message=_("What a lawyer reads has been unlocked."),
            ),
        ]
        indexes = [
            # the lawyer's inbox; what the lawyer knows from before
            models.Index(fields=["lawyer", "-begun_at"], name="enquiries_of_lawyer"),
            # an enterprise's requests, and how many it has sent today
            models.Index(fields=["enterprise", "-begun_at"], name="enquiries_of_enterprise"),
        ]

    def __str__(self) -> str:
        return self.key

    def get_absolute_url(self) -> str:
        return reverse("enquiries:enquiry", args=[self.key])

    @property
    def is_agreed(self) -> bool:
        """Whether the lawyer may be shown anything of it, where it was asked for `with_consent`."""
        agreed: bool = self.agreed  # type: ignore[attr-defined]  # an annotation
        return agreed

    @property
    def is_draft(self) -> bool:
        return self.state == State.DRAFT

    @property
    def is_unlocked(self) -> bool:
        """Whether the lawyer was shown the facts, and it has not ended."""
        return self.state in UNLOCKED

    @property
    def is_named(self) -> bool:
        """Whether the lawyer is looking at the names."""
        return self.state == State.NAMED

    @property
    def is_with_the_lawyer(self) -> bool:
        return self.state in WITH_THE_LAWYER
