"""What the pages of exhibits want besides what Django has, and what the home page of an enterprise shows of them."""

from collections.abc import Sequence
from typing import Any, Final

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from enterprises.models import Enterprise
from legal.exhibits.models import Exhibit
from legal.exhibits.passport import Mark
from portal.files.models import grouped
from portal.files.states import State
from portal.languages import by_code, inner

register = template.Library()

BADGES: Final = {
    State.RECEIVING: "waiting",
    State.QUARANTINED: "waiting",
    State.CLEAN: "done",
    State.INFECTED: "refused",
    State.FAILED: "refused",
}
MARKS: Final = {Mark.DONE: "done", Mark.LACKING: "refused", Mark.ASK: "waiting"}


@register.filter
def standing(state: str) -> str:
    """How the state of a file is marked."""
    return BADGES[State(state)]


@register.filter
def marked(mark: Mark) -> str:
    """How a line of the checklist is marked."""
    return MARKS[mark]


@register.filter
def mark_name(mark: Mark) -> str:
    """The same in a word."""
    named = {
        Mark.DONE: pgettext("checklist of a document", "In order"),
        Mark.LACKING: pgettext("checklist of a document", "Lacking"),
        Mark.ASK: pgettext("checklist of a document", "To ask"),
    }
    return named[mark]


@register.filter
def listed(words: Sequence[str]) -> str:
    """Words one after the other, as the reader's language puts them."""
    return pgettext("between items of a list", ", ").join(words)


@register.filter
def tag(code: str) -> str:
    """The `lang` of what somebody wrote in a language of the portal."""
    return by_code(code).tag


@register.filter
def in_fours(checksum: str) -> str:
    """A checksum in groups of four."""
    return grouped(checksum)


@register.filter
def numbered(exhibit: Exhibit) -> str:
    """An exhibit by its number and name."""
    return _("No. %(number)s, “%(name)s”") % {"number": exhibit.number, "name": inner(exhibit.name)}


@register.filter
def page_in(exhibit: Exhibit, enterprise: Enterprise) -> str:
    """The page of an exhibit of this enterprise, without asking the database for it."""
    return reverse("exhibits:exhibit", args=[enterprise.key, exhibit.key])


@register.inclusion_tag("exhibits/_home.html")
def exhibits_of(enterprise: Enterprise) -> dict[str, Any]:
    """How many exhibits an enterprise has listed, and the way to them."""
    return {"key": enterprise.key, "listed": Exhibit.objects.of(enterprise).listed().count()}
