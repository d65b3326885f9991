"""From which side a page of a mediation is asked for: both sides have the same pages at addresses of their own."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from enterprises.access import private
from enterprises.policies import Right
from legal.matters import access
from legal.matters.kinds import Side
from legal.matters.models import Matter
from legal.serving.access import seat as seat_of_the_other_side
from legal.serving.consent import reaches
from legal.serving.models import Participant

KIND: Final = "mediation"
View = Callable[..., HttpResponse]


@dataclass(frozen=True, slots=True)
class Place:
    """A mediation as somebody has it before them: `back` is its page there; who `acts` binds the side by their word."""

    matter: Matter
    side: Side
    back: str
    key: dict[str, str]
    acts: bool = True
    participant: Participant | None = None

    @property
    def is_reached(self) -> bool:
        """Whether what is new in the mediation may go to whoever asks: it stays in China, or was agreed to."""
        return self.participant is None or reaches(self.participant)

    def address(self, name: str) -> str:
        """A page of this side, by its name."""
        prefix = "other-" if self.participant else ""
        return reverse(f"mediation:{prefix}{name}", kwargs=self.key)


def of_matter(matter: Matter, *, acts: bool) -> Place:
    """A mediation before members of the enterprise."""
    return Place(matter, Side.APPLICANT, matter.get_absolute_url(), matter.place, acts)


def of_participant(seat: Participant) -> Place:
    """A mediation before whoever takes part from outside: a representative of the applicant only meets for it."""
    key = {"served": seat.key}
    return Place(seat.matter, seat.side, seat.get_absolute_url(), key, not seat.is_of_the_applicant, seat)


def of_members(view: View) -> View:
    """The page for members of the enterprise who act for it."""

    @wraps(view)
    def opened(request: HttpRequest, key: str, matter: str) -> HttpResponse:
        held = of_mediation(access.seat(request, key, matter, Right.EDIT).matter)
        return view(request, of_matter(held, acts=True))

    return private(opened)


def of_participants(view: View) -> View:
    """The page for whoever takes part for a side."""

    @wraps(view)
    def opened(request: HttpRequest, served: str) -> HttpResponse:
        seat = seat_of_the_other_side(request, served)
        of_mediation(seat.matter)
        return view(request, of_participant(seat))

    return private(opened)


def of_reached(view: View) -> View:
    """The page for whoever takes part, which shows what may leave China to them: Http404 while it may not."""

    @wraps(view)
    def opened(request: HttpRequest, place: Place) -> HttpResponse:
        if not place.is_reached:
            raise Http404(_("Nothing of this matter may be shown to you at present. Ask whoever invited you."))
        return view(request, place)

    return of_participants(opened)


def of_mediation(matter: Matter) -> Matter:
    """The same; Http404 where the matter is of another kind, which has no such page."""
    if matter.kind != KIND:
        raise Http404(_("There is no such page of this matter."))
    return matter
