"""What cashiers have yet to do, for the console's first page."""

from django.urls import reverse
from django.utils.translation import gettext as _

from legal.fees.models import Proof, Relief
from legal.fees.models.notice import CASHIER
from portal.workflow.waiting import Bar, Waiting, shown_to


@shown_to(CASHIER, position=25)
def payments() -> Waiting:
    """Proofs of transfer to be confirmed, and waivers and refunds to be approved or transferred."""
    proofs, reliefs = Proof.objects.waiting().count(), Relief.objects.under_way().count()
    count = proofs + reliefs
    return Waiting(
        title=_("Payments to be confirmed"),
        count=count,
        sentence=_("Payers wait for the cashier.") if count else _("Nothing waits for the cashier."),
        link=reverse("admin:fees_feenotice_queue"),
        bars=(Bar(_("proofs of transfer"), proofs), Bar(_("waivers and refunds"), reliefs)),
    )
