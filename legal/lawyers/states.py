"""The course of a lawyer's profile; edits of one that is published are revisions, and leave its state alone."""

from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.workflow.machine import Machine, Transition


class State(TextChoices):
    """Whether a profile is shown, and what it waits for."""

    DRAFT = "draft", pgettext_lazy("profile of a lawyer", "Draft")
    SUBMITTED = "submitted", pgettext_lazy("profile of a lawyer", "Waiting for the check")
    PUBLISHED = "published", pgettext_lazy("profile of a lawyer", "Published")
    HIDDEN = "hidden", pgettext_lazy("profile of a lawyer", "Hidden")


PROFILE: Final = Machine(
    "lawyers.profile",
    State,
    State.DRAFT,
    (
        Transition(
            "submit",
            (State.DRAFT,),
            State.SUBMITTED,
            label=pgettext_lazy("profile of a lawyer", "Submit for the check"),
            done=_("Profile submitted for the check"),
        ),
        Transition(
            "withdraw",
            (State.SUBMITTED,),
            State.DRAFT,
            label=pgettext_lazy("profile of a lawyer", "Withdraw"),
            done=_("Profile withdrawn from the check"),
        ),
        Transition(
            "publish",
            (State.SUBMITTED,),
            State.PUBLISHED,
            label=pgettext_lazy("profile of a lawyer", "Publish"),
            done=_("Licence verified and profile published"),
        ),
        Transition(
            "return",
            (State.SUBMITTED,),
            State.DRAFT,
            label=pgettext_lazy("profile of a lawyer", "Return for completion"),
            done=_("Profile returned for completion"),
            reasoned=True,
        ),
        Transition(
            "hide",
            (State.PUBLISHED,),
            State.HIDDEN,
            label=pgettext_lazy("profile of a lawyer", "Hide"),
            done=_("Profile hidden"),
            reasoned=True,
        ),
        Transition(
            "show",
            (State.HIDDEN,),
            State.PUBLISHED,
            label=pgettext_lazy("profile of a lawyer", "Show again"),
            done=_("Profile shown again"),
        ),
    ),
)
