"""The course of an import of law: nothing is imported that has not been shown before."""

from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.workflow.machine import Machine, Transition
from portal.workflow.naming import name_moves


class State(TextChoices):
    """How far an import is."""

    UPLOADED = "uploaded", pgettext_lazy("import of law", "Uploaded")
    CHECKING = "checking", pgettext_lazy("import of law", "Dry run under way")
    CHECKED = "checked", pgettext_lazy("import of law", "Waiting for a decision")
    IMPORTING = "importing", pgettext_lazy("import of law", "Import under way")
    IMPORTED = "imported", pgettext_lazy("import of law", "Imported")
    FAILED = "failed", pgettext_lazy("import of law", "Failed")
    DISCARDED = "discarded", pgettext_lazy("import of law", "Discarded")


INTAKE: Final = Machine(
    "intake.course",
    State,
    State.UPLOADED,
    (
        Transition(
            "check",
            (State.UPLOADED,),
            State.CHECKING,
            label=pgettext_lazy("import of law", "Begin the dry run"),
            done=_("The dry run has begun"),
        ),
        Transition(
            "tell",
            (State.CHECKING,),
            State.CHECKED,
            label=pgettext_lazy("import of law", "End the dry run"),
            done=_("The dry run is done"),
        ),
        Transition(
            "import",
            (State.CHECKED,),
            State.IMPORTING,
            label=pgettext_lazy("import of law", "Import now"),
            done=_("The import was ordered"),
        ),
        Transition(
            "finish",
            (State.IMPORTING,),
            State.IMPORTED,
            label=pgettext_lazy("import of law", "End the import"),
            done=_("The import is done"),
        ),
        Transition(
            "fail",
            (State.UPLOADED, State.CHECKING, State.IMPORTING),
            State.FAILED,
            label=pgettext_lazy("import of law", "Give up"),
            done=_("The import failed"),
        ),
        Transition(
            "retry",
            (State.FAILED,),
            State.UPLOADED,
            label=pgettext_lazy("import of law", "Try again"),
            done=_("Another attempt was ordered"),
        ),
        Transition(
            "discard",
            (State.UPLOADED, State.CHECKING, State.CHECKED, State.FAILED),
            State.DISCARDED,
            label=pgettext_lazy("import of law", "Discard"),
            done=_("The archive was discarded"),
        ),
    ),
)

# A worker is at it, or about to be.
AT_WORK: Final = (State.CHECKING, State.IMPORTING)
MOVING: Final = (State.UPLOADED, *AT_WORK)

ACTS: Final = "intake.acts"
name_moves(ACTS, {"bring": _("The archive was uploaded")})
