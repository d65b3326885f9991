"""What the history calls what is done with fees."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from portal.workflow.naming import name_moves

TABLE: Final = "fees"
name_moves(
    TABLE,
    {
        "issue": _("A fee notice was issued"),
        "paper": _("The fee notice was made as a paper"),
        "cancel": _("A fee notice was cancelled"),
        "prove": _("A proof of transfer was handed in"),
        "confirm": _("A payment was confirmed"),
        "refuse": _("A proof of transfer was not accepted"),
        "propose-waiver": _("A waiver was proposed"),
        "propose-refund": _("A refund was proposed"),
        "approve-waiver": _("A waiver was approved"),
        "approve-refund": _("A refund was approved"),
        "reject-waiver": _("A waiver was not approved"),
        "reject-refund": _("A refund was not approved"),
        "refund": _("A refund was transferred"),
        "read": _("A fee notice was read"),
    },
)
