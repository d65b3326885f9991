"""What is raised where more has to be said than one sentence."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from portal.workflow.errors import NotAllowedError


class IncompleteMatterError(NotAllowedError):
    """A matter cannot be submitted yet: `missing` says in sentences what it lacks."""

    def __init__(self, missing: Sequence[str]) -> None:
        super().__init__(_("The matter is not complete yet."), code="incomplete")
        self.missing = missing
