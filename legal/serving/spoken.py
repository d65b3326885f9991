"""What the history calls what happens on the other side of a matter."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from portal.workflow.naming import name_moves

TABLE: Final = "serving"
name_moves(
    TABLE,
    {
        "invite": _("Somebody was invited to take part"),
        "resend": _("An invitation to take part was sent again"),
        "revoke-invitation": _("An invitation to take part was revoked"),
        "join": _("Somebody takes part from now on"),
        "leave": _("Somebody takes part no longer"),
        "agree": _("It was agreed that the matter goes to a recipient outside China"),
        "withdraw-consent": _("The consent that the matter goes to a recipient outside China was withdrawn"),
        "serve": _("Documents were served"),
        "arrive": _("What was served arrived"),
        "open": _("What was served was opened"),
        "certify": _("A certificate of service was made"),
        "read": _("The other side read the matter"),
        "write": _("The other side wrote a message"),
        "hand-in": _("A paper was handed in"),
        "take-out": _("A paper was taken out"),
        "file-answer": _("An answer was filed"),
        "receipt": _("The receipt of an answer was made"),
    },
)
