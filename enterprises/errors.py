"""What is raised where more has to be said than one sentence."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from enterprises.completeness import Missing
from portal.workflow.errors import NotAllowedError


class IncompleteError(NotAllowedError):
    """A registration cannot be submitted yet: `missing` says what it lacks."""

    def __init__(self, missing: Sequence[Missing]) -> None:
        super().__init__(_("The registration is not complete yet."), code="incomplete")
        self.missing = missing


class ChangedMeanwhileError(NotAllowedError):
    """Somebody else, or the same person on another device, has saved something since the page was opened."""

    def __init__(self) -> None:
        super().__init__(
            _("Somebody has saved other answers since you opened this page. Compare both, then save what is right."),
            code="changed",
        )
