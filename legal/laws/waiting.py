"""What translators have still to do, for the console's first page."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from legal.laws import lacking
from portal.languages import NAMES, TEXTS
from portal.workflow.waiting import Bar, Waiting, shown_to


@shown_to("laws.view_law", position=60)
def missing() -> Waiting:
    counted = lacking.counted()
    bars = tuple(Bar(str(NAMES[text]), counted[text]) for text in TEXTS)
    most = max(bar.count for bar in bars)
    sentence = (
        _("Laws without any text in a language, by language.") if most else _("Every law has a text in each language.")
    )
    return Waiting(_("Missing translations"), most, sentence, reverse("admin:laws_law_changelist"), bars=bars)


@shown_to("laws.view_law", position=61)
def stale() -> Waiting:
    count = lacking.counted()["stale"]
    sentence = ngettext(
        "%(count)s law has a translation of an earlier wording.",
        "%(count)s laws have translations of an earlier wording.",
        count,
    )
    link = reverse("admin:laws_law_changelist", query={"lacking": "stale"})
    return Waiting(_("Stale translations"), count, sentence % {"count": count}, link)
