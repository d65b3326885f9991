"""What is raised where more has to be said than one sentence."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from legal.matters.models import Matter
from portal.workflow.errors import NotAllowedError


class IncompleteMatterError(NotAllowedError):
    """A matter cannot be submitted yet: `missing` says in sentences what it lacks."""

    def __init__(self, missing: Sequence[str]) -> None:
        super().__init__(_("The matter is not complete yet."), code="incomplete")
        self.missing = missing


class MovedOnError(Exception):
    """A page of a draft was sent whose matter has moved on: what was typed is shown again, to be copied."""

    def __init__(self, matter: Matter) -> None:
        super().__init__(matter.pk)
        self.matter = matter
