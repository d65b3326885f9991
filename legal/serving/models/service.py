"""What was served on a party: which things, when they were sent, arrived and were opened, and in which language."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from legal.matters.models import Matter, Message, Party, Submission
from legal.matters.models.matter import WRITTEN_IN
from legal.serving.models.answer import Answer
from legal.serving.models.paper import Paper
from legal.serving.models.participant import Participant
from portal.files.models import File
from portal.history import tracked


class Arrival(models.TextChoices):
    """How something arrived, as far as the portal can know."""

    PORTAL = "portal", pgettext_lazy("how something arrived", "Put at disposal in the portal")
    MAIL = "mail", pgettext_lazy("how something arrived", "The notice was accepted by the mail server")


class ServiceQuerySet(models.QuerySet["Service"]):
    def on_the_way(self) -> "ServiceQuerySet":
        """Those that have not arrived, as far as is known."""
        return self.filter(arrived_at=None)

    def with_items(self) -> "ServiceQuerySet":
        """With their party, their things and certificates: no query a row."""
        return self.select_related("party__country", "opened_by").prefetch_related(
            "items__submission", "items__message__author", "items__paper__file", "items__answer", "certificates__file"
        )


@tracked(part_of="matter")
class Service(models.Model):
    """One service on one party. Whether it is valid service is for the institution to say."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="services", verbose_name=_("matter"))
    position = models.PositiveSmallIntegerField(_("position"))
    # A party on which something was served is not taken out: the service stays as proof.
    party = models.ForeignKey(Party, models.PROTECT, related_name="services", verbose_name=_("party"))
    language = models.CharField(_("language of the notice"), max_length=10, choices=WRITTEN_IN)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("served by"))
    sent_at = models.DateTimeField(_("sent"))
    arrived_at = models.DateTimeField(pgettext_lazy("what was served", "arrived"), null=True)
    arrival = models.CharField(_("how it arrived"), max_length=8, choices=Arrival, blank=True)
    opened_at = models.DateTimeField(_("first opened"), null=True)
    opened_in = models.CharField(_("language it was opened in"), max_length=10, choices=WRITTEN_IN, blank=True)
    opened_by = models.ForeignKey(
        Participant, models.SET_NULL, null=True, related_name="+", verbose_name=_("opened by")
    )

    objects = ServiceQuerySet.as_manager()

    class Meta:
        verbose_name = _("service of documents")
        verbose_name_plural = _("services of documents")
        default_permissions = ("view",)
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["matter", "position"],
                name="serving_service_one_a_place",
                violation_error_message=_("Another service stands in this place."),
            ),
            models.CheckConstraint(
                name="serving_service_arrived_somehow",
                condition=Q(arrived_at=None, arrival="") | (Q(arrived_at__gte=F("sent_at")) & ~Q(arrival="")),
                violation_error_message=_("What arrived was sent before, and arrived by a known way."),
            ),
            models.CheckConstraint(
                name="serving_service_opened_in_a_language",
                condition=Q(opened_at=None, opened_in="")
                | (Q(opened_at__isnull=False, arrived_at__isnull=False) & ~Q(opened_in="")),
                violation_error_message=_("What was opened had arrived, and was opened in a language."),
            ),
        ]
        # what the sweep looks for
        indexes = [models.Index(fields=["sent_at"], name="serving_on_the_way", condition=Q(arrived_at=None))]

    def __str__(self) -> str:
        return f"{self.matter} {self.position}"

    def get_absolute_url(self) -> str:
        return reverse("admin:serving_service_changelist")


class Item(models.Model):
    """One thing that was served: a submission, a message, a paper or an answer."""

    service = models.ForeignKey(Service, models.CASCADE, related_name="items", verbose_name=_("service of documents"))
    submission = models.ForeignKey(
        Submission, models.CASCADE, null=True, related_name="+", verbose_name=_("submission")
    )
    message = models.ForeignKey(Message, models.CASCADE, null=True, related_name="+", verbose_name=_("message"))
    paper = models.ForeignKey(Paper, models.CASCADE, null=True, related_name="+", verbose_name=_("paper in a matter"))
    answer = models.ForeignKey(Answer, models.CASCADE, null=True, related_name="+", verbose_name=_("answer"))

    class Meta:
        verbose_name = _("thing that was served")
        verbose_name_plural = _("things that were served")
        default_permissions = ()
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="serving_item_one_thing",
                condition=Q(submission__isnull=False, message=None, paper=None, answer=None)
                | Q(submission=None, message__isnull=False, paper=None, answer=None)
                | Q(submission=None, message=None, paper__isnull=False, answer=None)
                | Q(submission=None, message=None, paper=None, answer__isnull=False),
                violation_error_message=_("Each thing that was served is one thing."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.service_id} {self.pk}"


class Stage(models.TextChoices):
    """What a certificate states: each says it as it stood then, and the next takes nothing of it back."""

    ARRIVED = "arrived", pgettext_lazy("certificate of service", "Sent and arrived")
    OPENED = "opened", pgettext_lazy("certificate of service", "Opened")


class Certificate(models.Model):
    """The paper that states what is recorded of a service; made once for each stage."""

    service = models.ForeignKey(
        Service, models.CASCADE, related_name="certificates", verbose_name=_("service of documents")
    )
    stage = models.CharField(_("what it states"), max_length=8, choices=Stage)
    file = models.OneToOneField(File, models.PROTECT, related_name="+", verbose_name=_("file"))
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    made_at = models.DateTimeField(_("made"))

    class Meta:
        verbose_name = _("certificate of service")
        verbose_name_plural = _("certificates of service")
        default_permissions = ()
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["service", "stage"],
                name="serving_certificate_once",
                violation_error_message=_("This certificate was made already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.service_id} {self.stage}"
