"""What there is to be told about enterprises."""

from typing import TYPE_CHECKING, Final

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from enterprises.models import Enterprise, Invitation
from portal.notices.kinds import Group, Kind, Words, register

if TYPE_CHECKING:
    from portal.notices.models import Notice

REGISTRATION: Final = Group(
    "enterprises",
    _("Registration of your enterprise"),
    _("Whoever acts for an enterprise has to know how its registration stands."),
)
PEOPLE: Final = Group(
    "enterprise-people",
    _("Members of your enterprise"),
    _("You have to know what you may do for an enterprise, and what is asked of you there."),
)
WORK: Final = Group("enterprise-work", _("Registrations to be decided"))


def home(notice: "Notice") -> str:
    """The page of the enterprise; the list, where it is gone or none of the recipient's any more."""
    if isinstance(notice.about, Enterprise):
        return notice.about.get_absolute_url()
    return reverse("enterprises:list")


def members(notice: "Notice") -> str:
    """The members of the enterprise."""
    if isinstance(notice.about, Enterprise):
        return reverse("enterprises:members", args=[notice.about.key])
    return reverse("enterprises:list")


def everything(notice: "Notice") -> str:
    """The list of one's enterprises."""
    return reverse("enterprises:list")


def invitation(notice: "Notice") -> str:
    """The page that answers an invitation: its address has the token, which stands in no database."""
    if isinstance(notice.about, Invitation) and notice.about.token:
        return reverse("enterprises:invitation", args=[notice.about.token])
    return reverse("enterprises:list")


def desk(notice: "Notice") -> str:
    """The registration in the console."""
    if isinstance(notice.about, Enterprise):
        return reverse("admin:enterprises_enterprise_registration", args=[notice.about.pk])
    return reverse("admin:enterprises_enterprise_queue")


def _registration(name: str, label: Words) -> Kind:
    return Kind(f"enterprises.{name}", REGISTRATION, label, home, mandatory=True)


def _people(name: str, label: Words) -> Kind:
    return Kind(f"enterprises.{name}", PEOPLE, label, members)


register(
    _registration("submitted", _("A registration was submitted")),
    _registration("in-review", _("The check of a registration has begun")),
    _registration("returned", _("A registration was returned for completion")),
    _registration("verified", _("An enterprise was verified")),
    _registration("rejected", _("A registration was rejected")),
    _registration("reopened", _("Changed facts are checked again")),
    _registration("suspended", _("An enterprise was suspended")),
    _registration("reinstated", _("A suspension was lifted")),
    Kind("enterprises.invitation", PEOPLE, _("You were invited into an enterprise"), invitation, mandatory=True),
    _people("joined", _("Somebody joined your enterprise")),
    _people("left", _("Somebody left your enterprise")),
    Kind("enterprises.removed", PEOPLE, _("Your membership was ended"), everything, mandatory=True),
    Kind("enterprises.role-changed", PEOPLE, _("Your role was changed"), home, mandatory=True),
    Kind("enterprises.transfer-asked", PEOPLE, _("You are asked to be the owner"), members, mandatory=True),
    _people("transfer-agreed", _("Your offer of ownership was taken")),
    _people("transfer-declined", _("Your offer of ownership was declined")),
    _people("join-asked", _("Somebody asks to join your enterprise")),
    Kind("enterprises.join-agreed", PEOPLE, _("Your request to join was agreed to"), home),
    Kind("enterprises.waiting", WORK, _("A registration waits for a decision"), desk, rooms=("registrars",)),
)
