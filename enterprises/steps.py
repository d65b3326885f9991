"""The steps of a registration, in order, and which facts stand in which."""

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_stubs_ext import StrPromise

from enterprises.identifiers.schemes import SCHEMES
from enterprises.models.identifier import OTHER
from portal.languages import LANGUAGES

NUMBER: Final = "number-"


# One step is itself: its words, which have another hash in each language, do not make it another.
@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """One page of the registration."""

    slug: str
    label: StrPromise
    lead: StrPromise


IDENTIFY: Final = Step(
    "identify",
    pgettext_lazy("step of a registration", "The enterprise"),
    _("Take the name and the number from the register of the country in which the enterprise is registered."),
)
DESCRIBE: Final = Step(
    "describe",
    pgettext_lazy("step of a registration", "What it does and where"),
    _("Officers compare these answers with your papers; letters go to the address you give here."),
)
PAPERS: Final = Step(
    "papers",
    pgettext_lazy("step of a registration", "Papers"),
    _("Scans or photographs on which every line can be read."),
)
PEOPLE_STEP: Final = Step(
    "people",
    pgettext_lazy("step of a registration", "Who else has access"),
    _("Name colleagues who shall act for the enterprise or look on. The letters go out with the registration."),
)
REVIEW: Final = Step(
    "review",
    pgettext_lazy("step of a registration", "Check and submit"),
    _("Read everything once more. While it is being checked, nothing can be changed."),
)
STEPS: Final = (IDENTIFY, DESCRIBE, PAPERS, PEOPLE_STEP, REVIEW)
BY_SLUG: Final = {step.slug: step for step in STEPS}

NAMES: Final = tuple(f"name_{language.column}" for language in LANGUAGES)
# The facts of which a change after verification has to be looked at; the numbers are among them.
VERIFIED_FACTS: Final = ("register_name", *NAMES, "representative")

# What a remark can be about, and how it is called.
FIELDS: Final[dict[str, tuple[Step, StrPromise]]] = {
    "register_name": (IDENTIFY, _("Name in the register")),
    **{f"{NUMBER}{slug}": (IDENTIFY, scheme.name) for slug, scheme in SCHEMES.items()},
    f"{NUMBER}{OTHER}": (IDENTIFY, _("Number in the register")),
    "name_zh_hans": (IDENTIFY, _("Name in Chinese")),
    "name_en": (IDENTIFY, _("Name in English")),
    "name_ru": (IDENTIFY, _("Name in Russian")),
    "legal_form": (DESCRIBE, _("Legal form")),
    "industry": (DESCRIBE, _("Industry")),
    "in_zone": (DESCRIBE, _("Registered in the zone")),
    "representative": (DESCRIBE, _("Legal representative")),
    "address": (DESCRIBE, _("Address")),
    "phone": (DESCRIBE, _("Telephone")),
    "email": (DESCRIBE, _("E-mail address")),
    "website": (DESCRIBE, _("Website")),
    "licence": (PAPERS, _("Business licence or extract from the register")),
    "letter": (PAPERS, _("Letter of authorisation of whoever acts for the enterprise")),
    "identity": (PAPERS, _("Identity document of the legal representative")),
    "other": (PAPERS, _("Other paper")),
}


def following(step: Step) -> Step:
    """The step after this one; of the last one, itself."""
    return STEPS[min(STEPS.index(step) + 1, len(STEPS) - 1)]


def before(step: Step) -> Step | None:
    """The step before this one."""
    place = STEPS.index(step)
    return STEPS[place - 1] if place else None
