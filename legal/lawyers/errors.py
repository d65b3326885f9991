"""What is raised where more has to be said than one sentence."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from legal.lawyers.completeness import Missing
from portal.workflow.errors import NotAllowedError


class IncompleteError(NotAllowedError):
    """A revision cannot be submitted yet: `missing` says what it lacks."""

    def __init__(self, missing: Sequence[Missing]) -> None:
        super().__init__(_("Something is missing yet."), code="incomplete")
        self.missing = missing


class ChangedMeanwhileError(NotAllowedError):
    """Something else stands there by now than the page showed."""

    def __init__(self) -> None:
        super().__init__(
            _("Something was changed since you opened this page. Compare it with what you want, then decide."),
            code="changed",
        )
