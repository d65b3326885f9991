"""What there is to be told about profiles of lawyers and about firms."""

from typing import TYPE_CHECKING, Final

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from legal.lawyers.models import Claim, Firm, Lawyer, Revision
from portal.notices.kinds import Group, Kind, Words, register

if TYPE_CHECKING:
    from portal.notices.models import Notice

PROFILE: Final = Group(
    "lawyers",
    _("Your profile as a lawyer, and your firm"),
    _("Whoever keeps a profile that readers are shown has to know how it stands."),
)
WORK: Final = Group("lawyers-work", _("Profiles of lawyers to be decided"))


def home(notice: "Notice") -> str:
    """The page of one's own profile, or of the firm."""
    if isinstance(notice.about, Firm):
        return reverse("practice:firm", args=[notice.about.slug])
    return reverse("practice:home")


def desk(notice: "Notice") -> str:
    """What a moderator has to decide, in the console."""
    about = notice.about
    if isinstance(about, Revision):
        return reverse("admin:lawyers_revision_decide", args=[about.pk])
    if isinstance(about, Claim):
        return reverse("admin:lawyers_claim_decide", args=[about.pk])
    if isinstance(about, Lawyer):
        return reverse("admin:lawyers_lawyer_keeping", args=[about.pk])
    return reverse("admin:lawyers_revision_queue")


def _mine(name: str, label: Words) -> Kind:
    return Kind(f"lawyers.{name}", PROFILE, label, home, mandatory=True)


def _told(name: str, label: Words) -> Kind:
    return Kind(f"lawyers.{name}", PROFILE, label, home)


def _work(name: str, label: Words) -> Kind:
    return Kind(f"lawyers.{name}", WORK, label, desk, rooms=("registrars",))


register(
    _told("submitted", _("A profile or changes of it were submitted")),
    _mine("accepted", _("A profile or changes of it were published")),
    _mine("returned", _("A profile or changes of it were returned with a remark")),
    _told("verified", _("A licence was verified again")),
    _mine("hidden", _("A profile was hidden")),
    _mine("shown", _("A profile is shown again")),
    _told("work-accepted", _("A case or article you named is shown")),
    _mine("work-refused", _("A case or article you named was refused")),
    _mine("recheck-near", _("A licence is to be verified again soon")),
    _mine("recheck-due", _("A licence is due to be verified again")),
    _mine("claim-accepted", _("Your claim to a profile was accepted")),
    _mine("claim-refused", _("Your claim to a profile was refused")),
    _mine("invitation", _("A law firm invites you")),
    _told("joined", _("A lawyer joined your firm")),
    _told("declined", _("A lawyer declined the invitation of your firm")),
    _told("left", _("A lawyer left your firm")),
    _mine("removed", _("You were removed from a law firm")),
    _mine("appointed", _("You were made an administrator of a law firm")),
    _work("waiting", _("A profile waits for a decision")),
    _work("claim-waiting", _("A claim to a profile waits for a decision")),
    _work("work-named", _("A lawyer has named a case or article")),
    _work("unkept", _("A law firm has no administrator any more")),
    _work("rechecks", _("Licences are due to be verified again")),
)
