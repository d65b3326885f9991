"""A letter about a matter, written out of a template in one language."""

from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from legal.handling.models import Letter
from legal.handling.models.letter import filled
from legal.matters.kinds import Side
from legal.matters.models import Matter
from portal.accounts.models import User
from portal.languages import DEFAULT, Language
from portal.workflow.models import Event


def write_out(letter: Letter, matter: Matter, language: Language, *, by: User) -> str:
    """The text of a template about a matter, in a language it is written in, with everything filled in."""
    with translation.override(language.code):
        today = timezone.localdate(timezone.now(), ZoneInfo(settings.TIME_ZONE))
        facts = {
            "number": matter.number,
            "title": matter.title,
            "enterprise": str(matter.enterprise),
            "date": date_format(today, "DATE_FORMAT"),
            "reason": _reason(letter, matter),
            "officer": str(by),
            "office": _("Kashgar Area, China (Xinjiang) Pilot Free Trade Zone"),
        }
        return filled(letter.written_in(language), facts.items())


def language_for(letter: Letter, matter: Matter, to: str) -> Language:
    """The language of those it is written to, where the template has it; else the first it has."""
    party = matter.parties.filter(side=to).exclude(language="").first() if to in Side.values else None
    wanted = party.language if party else matter.language
    offered = letter.languages or [DEFAULT]
    return next((language for language in offered if language.code == wanted), offered[0])


def _reason(letter: Letter, matter: Matter) -> str:
    """The reason that was given last, with the move the letter belongs to where it belongs to one."""
    given = Event.objects.of(matter).filter(table=matter.table.slug).exclude(reason="")
    event = (given.filter(move=letter.move) if letter.move else given).last()
    return event.reason if event else ""
