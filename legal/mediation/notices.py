"""What there is to be told about mediations; whoever takes part is led to the page of their side."""

from typing import Final

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from legal.matters.models import Matter
from legal.matters.notices import GROUP
from legal.serving.models import Participant
from portal.notices.kinds import Group, Kind, Words, register
from portal.notices.models import Notice

STAFF: Final = Group("mediation", pgettext_lazy("notices to staff", "Mediations"))


def page(notice: Notice) -> str:
    """The page of the matter, as whoever is told has it before them; the enterprises, where it is gone."""
    if isinstance(notice.about, Matter | Participant):
        return notice.about.get_absolute_url()
    return reverse("enterprises:list")


def desk(notice: Notice) -> str:
    """The file in the console; the list of mediations, where it is gone."""
    if isinstance(notice.about, Matter):
        return reverse("admin:handling_file", kwargs={"matter": notice.about.key})
    return reverse("admin:mediation_dispute_changelist")


def _kind(name: str, label: Words) -> Kind:
    return Kind(f"mediation.{name}", GROUP, label, page, mandatory=True)


KINDS: Final = (
    _kind("agreed", _("The other side agreed to mediate")),
    _kind("declined", _("The other side declined to mediate")),
    _kind("left", _("The other side left the mediation")),
    _kind("mediator", _("A mediator was named")),
    _kind("time-proposed", _("A time for a session was proposed")),
    _kind("time-agreed", _("The time of a session is agreed")),
    _kind("time-cancelled", _("The time of a session was given free")),
    _kind("settlement", _("A settlement is to be confirmed")),
    _kind("text-declined", _("The text of a settlement was declined")),
    _kind("confirmed", _("A settlement was confirmed by both sides")),
    _kind("paper", _("The settlement is there as a paper")),
    _kind("moved", _("How a mediation stands has changed")),
)
register(*KINDS, Kind("mediation.staff-text-declined", STAFF, _("A side declined the text of a settlement"), desk))
