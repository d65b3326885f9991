"""Who receives files and facts of a matter outside China, and what was agreed to."""

import datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from legal.matters.models import Matter, Party
from portal.history import tracked
from portal.privacy.models import Consent
from portal.reference.models import Jurisdiction


class RecipientKind(models.TextChoices):
    PARTY = "party", pgettext_lazy("who receives data", "A party to the matter")
    LAWYER = "lawyer", pgettext_lazy("who receives data", "A lawyer or representative")
    INSTITUTION = "institution", pgettext_lazy("who receives data", "An institution")


@tracked(part_of="matter", secret=["name", "recipient", "aim"])
class Recipient(models.Model):
    """Somebody outside China to whom a matter goes; another name or country is another recipient.

    `recipient` and `aim` are the words of the consent, as they were when it was first asked for.
    """

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="recipients", verbose_name=_("matter"))
    kind = models.CharField(_("who it is"), max_length=12, choices=RecipientKind)
    # Of a party that is taken out nothing is asked any more.
    party = models.ForeignKey(
        Party, models.CASCADE, null=True, blank=True, related_name="recipients", verbose_name=_("party")
    )
    name = models.CharField(_("name"), max_length=200)
    country = models.ForeignKey(Jurisdiction, models.PROTECT, related_name="+", verbose_name=_("country"))
    recipient = models.CharField(_("recipient, as the consent names it"), max_length=200)
    aim = models.CharField(_("what for, as the consent names it"), max_length=200)
    named_at = models.DateTimeField(_("named"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("recipient outside China")
        verbose_name_plural = _("recipients outside China")
        default_permissions = ()
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["matter", "kind", "name", "country"],
                name="serving_recipient_once",
                violation_error_message=_("This recipient is named already."),
            )
        ]

    def __str__(self) -> str:
        return self.recipient

    @property
    def is_agreed(self) -> bool:
        """Whether something may be sent there now."""
        return self.agreements.standing().exists()

    @property
    def closed_at(self) -> datetime.datetime | None:
        """Since when nothing is sent there any more; None while it is agreed to, and where it never was."""
        if self.is_agreed:
            return None
        ended = [agreement.ended_at for agreement in self.agreements.with_consents()]
        return max((at for at in ended if at is not None), default=None)


class AgreementQuerySet(models.QuerySet["Agreement"]):
    def standing(self) -> "AgreementQuerySet":
        """Those of which neither consent was withdrawn."""
        return self.filter(sharing__withdrawal=None, abroad__withdrawal=None)

    def with_consents(self) -> "AgreementQuerySet":
        """With both consents, their texts, who gave them and when they were withdrawn: no query a row."""
        return self.select_related(
            *("sharing__user", "sharing__text", "sharing__withdrawal"),
            *("abroad__text", "abroad__withdrawal"),
        )


class Agreement(models.Model):
    """That somebody agreed for the applicant: one consent to the sharing, another to the leaving of China."""

    recipient = models.ForeignKey(
        Recipient, models.CASCADE, related_name="agreements", verbose_name=_("recipient outside China")
    )
    sharing = models.ForeignKey(
        Consent, models.PROTECT, related_name="+", verbose_name=_("consent to the sharing with the recipient")
    )
    abroad = models.ForeignKey(
        Consent, models.PROTECT, related_name="+", verbose_name=_("consent to the leaving of China")
    )

    objects = AgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("agreement that a matter goes abroad")
        verbose_name_plural = _("agreements that matters go abroad")
        default_permissions = ()
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["recipient", "sharing", "abroad"],
                name="serving_agreement_once",
                violation_error_message=_("This was agreed to already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.recipient_id} {self.sharing_id} {self.abroad_id}"

    @property
    def ended_at(self) -> datetime.datetime | None:
        """When the first of both was withdrawn; None while both stand."""
        ended = [consent.withdrawal.at for consent in (self.sharing, self.abroad) if consent.is_withdrawn]
        return min(ended, default=None)
