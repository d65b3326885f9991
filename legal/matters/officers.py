"""How a matter comes before an officer in the console: what every page of staff about one matter begins with."""

from dataclasses import dataclass
from functools import wraps
from typing import Any, Final

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from legal.matters.models import Declaration, Matter
from portal.accounts.acting import acting
from portal.accounts.models import User
from portal.themed import View
from portal.workflow.models import Assignment

# The pages of the room above on which a file is opened, and on which a conflict of interest is declared.
FILE: Final = "admin:handling_file"
DECLARE: Final = "admin:handling_declare"


class UndeclaredError(Exception):
    """An officer asks for a file about which they have declared nothing yet."""


class NotOnTheDeskError(Exception):
    """An officer asks for what only the holder of the file may do."""


@dataclass(frozen=True, slots=True)
class OfficerSeat:
    """A matter as somebody of the staff has it before them; who `audits` reads and does nothing else."""

    matter: Matter
    officer: User
    holder: User | None
    audits: bool = False

    @property
    def holds(self) -> bool:
        """Whether it is on their own desk, and so theirs to decide."""
        return not self.audits and self.holder == self.officer


def officer_seat(request: HttpRequest, key: str, *, holding: bool = False) -> OfficerSeat:
    """A matter for an officer who has declared to have no conflict of interest in it, or for an auditor.

    With `holding` only for the officer on whose desk it is. Http404 where it is none of theirs, `PermissionDenied`
    where they have declared a conflict, or hold nothing as auditors; `UndeclaredError` and `NotOnTheDeskError` are led
    by `for_officers` to where that is mended.
    """
    by = acting(request)
    seat = _handled(by, key) or _audited(by, key)
    if seat is None:
        raise Http404(_("There is no such matter."))
    if holding and seat.audits:
        raise PermissionDenied
    if holding and not seat.holds:
        raise NotOnTheDeskError
    return seat


def for_officers(view: View) -> View:
    """A page of the console about one matter, whose address has its key as `matter`; to other staff it is not there.

    Who has declared nothing is led to the declaration, who does not hold the file to the file.
    """

    @wraps(view)
    def opened(request: HttpRequest, matter: str, **parts: Any) -> HttpResponseBase:
        try:
            return view(request, matter=matter, **parts)
        except UndeclaredError:
            return redirect(DECLARE, matter=matter)
        except NotOnTheDeskError:
            messages.error(request, _("Take the file onto your desk first."))
            return redirect(FILE, matter=matter)

    within: View = admin.site.admin_view(opened)
    return within


def holder_of(matter: Matter) -> User | None:
    """On whose desk a matter is."""
    assignment = Assignment.objects.of(matter).select_related("holder").first()
    return assignment.holder if assignment else None


def _handled(by: User, key: str) -> OfficerSeat | None:
    matter = Matter.objects.handled_by(by).select_related("enterprise__country").filter(key=key).first()
    if matter is None:
        return None
    declared = set(Declaration.objects.of(matter, by).values_list("conflict", flat=True))
    if True in declared:
        raise PermissionDenied
    if not declared:
        raise UndeclaredError
    return OfficerSeat(matter, by, holder_of(matter))


def _audited(by: User, key: str) -> OfficerSeat | None:
    matter = Matter.objects.audited_by(by).select_related("enterprise__country").filter(key=key).first()
    return OfficerSeat(matter, by, holder_of(matter), audits=True) if matter else None
