"""What pages show of lawyers: who may help beside a law or a case, and pieces of a profile."""

import re
from typing import Any, Final

from django import template

from legal.cases.places import place_name
from legal.laws.spoken import reader, spoken
from legal.lawyers.finding import near
from legal.lawyers.kinds import Task
from legal.lawyers.models import Lawyer, Mention
from legal.lawyers.models.portrait import LARGE, SMALL, photo_address
from portal.accounts import time_zones
from portal.reference.models import Jurisdiction

register = template.Library()
WORDS: Final = re.compile(r"[^\W\d_]+")
HAN: Final = re.compile(r"[\u3400-\u9fff]")
# So many beside a law or a case; the directory has the others.
BESIDE: Final = 3


@register.inclusion_tag("lawyers/_near.html")
def lawyers_for(jurisdiction: Jurisdiction) -> dict[str, Any]:
    """Lawyers who practise the law of a jurisdiction and advise in the reader’s language; nothing without any."""
    language = reader().text
    return {"lawyers": near(jurisdiction.code, most=BESIDE), "jurisdiction": jurisdiction, "language": language}


@register.inclusion_tag("lawyers/_portrait.html")
def portrait(lawyer: Lawyer, *, large: bool = False) -> dict[str, Any]:
    """The photo of a lawyer, as small as lists show it or as large as the page of the lawyer; else the initials."""
    side = LARGE if large else SMALL
    name = spoken(lawyer, "name").text
    address = photo_address(lawyer.photo_id, side) if lawyer.photo_id else ""
    return {"name": name, "initials": initials(name), "large": large, "side": side, "address": address}


def initials(name: str) -> str:
    """The first character of a name in Chinese, where the surname stands; else the first letters of two words."""
    words = WORDS.findall(name)
    if HAN.match("".join(words)):
        return str(words[0])[0]
    return "".join(word[0] for word in words[:2]).upper()


@register.filter
def level_for(skill: Any, task: str) -> str:
    """The level of a language for a task, by its name."""
    return str(skill.level(task))


@register.simple_tag
def tasks() -> list[tuple[str, str]]:
    """The tasks in their order, each with what it is called."""
    return [(task.value, str(task.label)) for task in Task]


@register.filter
def zone_name(zone: str) -> str:
    """What a time zone is called in the reader’s language."""
    return time_zones.name(zone)


@register.filter
def place(mention: Mention) -> str:
    """What the place of a law is called that a lawyer names; "" for the law as a whole."""
    return place_name(mention.path, mention.law.unit, reader().text) if mention.law else ""
