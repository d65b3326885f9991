"""To which account a fee is paid: rows that administrators keep."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from legal.fees.currencies import CHOICES
from portal.history import tracked


class PayeeQuerySet(models.QuerySet["Payee"]):
    def in_use(self) -> "PayeeQuerySet":
        """Those new notices can name."""
        return self.filter(in_use=True)


@tracked()
class Payee(models.Model):
    """Whose account it is, as the bank writes it. What a notice says is kept with the notice, whatever changes here.

    A `sample` is none: each page and paper that names it says so, and that nothing must be paid.
    """

    holder = models.CharField(_("account holder"), max_length=200, help_text=_("As the bank writes it."))
    bank = models.CharField(_("bank"), max_length=200)
    account = models.CharField(_("account number"), max_length=64)
    bank_code = models.CharField(
        _("code of the bank"), max_length=40, blank=True, help_text=_("Such as CNAPS or SWIFT.")
    )
    currency = models.CharField(_("currency"), max_length=3, choices=CHOICES)
    issues_invoice = models.BooleanField(
        _("issues tax invoices"),
        default=False,
        help_text=_("The account holder issues a tax invoice (fapiao) for what it receives."),
    )
    sample = models.BooleanField(_("sample"), default=False, help_text=_("No account: nothing must be paid to it."))
    in_use = models.BooleanField(_("in use"), default=True)

    objects = PayeeQuerySet.as_manager()

    class Meta:
        verbose_name = _("account for fees")
        verbose_name_plural = _("accounts for fees")
        ordering = ["holder", "currency", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["account", "currency"],
                name="fees_payee_once",
                violation_error_message=_("This account is kept already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.holder} ({self.currency}, {self.account})"

    def frozen(self) -> dict[str, Any]:
        """As it stands on a notice from the day it is issued."""
        facts = ("holder", "bank", "account", "bank_code", "issues_invoice", "sample")
        return {fact: getattr(self, fact) for fact in facts}
