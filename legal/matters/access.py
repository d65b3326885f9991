"""In which enterprise, and of which matter, a page is asked for."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from enterprises.access import membership
from enterprises.models import Membership
from enterprises.policies import Right
from legal.matters.errors import MovedOnError
from legal.matters.models import Matter


@dataclass(frozen=True, slots=True)
class Seat:
    """A matter as a member of its enterprise has it before them."""

    matter: Matter
    me: Membership

    @property
    def may_act(self) -> bool:
        return self.me.may_edit

    @property
    def may_write(self) -> bool:
        """Whether they may change what is submitted, as it stands."""
        return self.may_act and self.matter.is_writable


def seat(request: HttpRequest, key: str, matter: str, right: Right | None = None) -> Seat:
    """A matter of an enterprise for whoever asks.

    Http404 where the enterprise or the matter is none of theirs: whether there is one stays unknown. PermissionDenied
    where their role has not this right.
    """
    me = membership(request, key, right)
    found = Matter.objects.filter(enterprise=me.enterprise, key=matter).first()
    if found is None:
        raise Http404(_("There is no such matter of this enterprise."))
    # What is known of it already is not asked for again.
    found.enterprise = me.enterprise
    return Seat(found, me)


def draft(request: HttpRequest, key: str, matter: str) -> Seat:
    """A matter that whoever asks may write.

    Http404 where nothing can be changed now, `MovedOnError` where something is sent all the same; else both as `seat`.
    """
    found = seat(request, key, matter, Right.EDIT)
    if not found.matter.is_writable:
        if request.method == "POST":
            raise MovedOnError(found.matter)
        raise Http404(_("Nothing can be changed as it stands now."))
    return found
