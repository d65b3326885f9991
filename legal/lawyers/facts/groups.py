"""The questions of a profile, group by group: one group is one page, and a moderator reads them in this order."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_stubs_ext import StrPromise

from legal.lawyers.facts import showing
from legal.lawyers.kinds import FirmKind, LawyerKind
from portal.languages import LANGUAGES

Shown = Callable[[Any], list[str]]


# One fact is itself: its words, which have another hash in each language, do not make it another.
@dataclass(frozen=True, slots=True, eq=False)
class Fact:
    """One question: the name its answer has among the facts, and how an answer is read, line by line."""

    name: str
    label: StrPromise
    shown: Shown = showing.text
    # What is compared by looking at it.
    is_picture: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """One page of questions."""

    slug: str
    label: StrPromise
    lead: StrPromise
    facts: tuple[Fact, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(fact.name for fact in self.facts)


def _in_languages(field: str, *labels: StrPromise, shown: Shown = showing.text) -> tuple[Fact, ...]:
    columns = (f"{field}_{language.column}" for language in LANGUAGES)
    return tuple(Fact(name, label, shown) for name, label in zip(columns, labels, strict=True))


NAMES: Final = _in_languages("name", _("Name in Chinese"), _("Name in English"), _("Name in Russian"))
NAMES_OF_A_PERSON: Final = _in_languages(
    "name",
    pgettext_lazy("name of a person", "Name in Chinese"),
    pgettext_lazy("name of a person", "Name in English"),
    pgettext_lazy("name of a person", "Name in Russian"),
)
BODIES: Final = _in_languages(
    "issuing_body", _("Issuing body in Chinese"), _("Issuing body in English"), _("Issuing body in Russian")
)
JURISDICTION: Final = Fact("jurisdiction", _("Jurisdiction that issued the licence"), showing.jurisdiction)
NUMBER: Final = Fact("licence_number", _("Licence number"))

PERSON: Final = Group(
    "person",
    pgettext_lazy("part of a profile", "Who you are"),
    _("Your name as it stands in your licence, and what your practice is about, in each language you can write it in."),
    (
        *NAMES_OF_A_PERSON,
        Fact("native_name", _("Name in its own script")),
        Fact("native_language", _("Language of that name"), showing.language),
        *_in_languages(
            "summary",
            _("About the practice, in Chinese"),
            _("About the practice, in English"),
            _("About the practice, in Russian"),
        ),
    ),
)
LICENCE: Final = Group(
    "licence",
    pgettext_lazy("part of a profile", "Licence"),
    _("What you are licensed as and by whom. The paper is read by moderators alone; each reading of it is recorded."),
    (
        Fact("kind", _("Kind of lawyer"), showing.one_of(LawyerKind)),
        JURISDICTION,
        NUMBER,
        *BODIES,
        Fact("licensed_on", _("Licensed since"), showing.day),
    ),
)
ADMISSIONS: Final = Group(
    "admissions",
    pgettext_lazy("part of a profile", "Admissions"),
    _("Every jurisdiction whose law you may practise. The directory finds you by them."),
    (Fact("admissions", _("Admissions"), showing.admissions),),
)
AREAS: Final = Group(
    "areas",
    pgettext_lazy("part of a profile", "Practice areas"),
    _("The areas you take matters in, rather than all that you have ever met."),
    (Fact("topics", _("Practice areas"), showing.topics),),
)
SPEECH: Final = Group(
    "languages",
    pgettext_lazy("part of a profile", "Languages"),
    _("For each language, how well you advise, draft and plead in it; leave empty what you do not do in it."),
    (Fact("skills", _("Languages"), showing.skills),),
)
EDUCATION: Final = Group(
    "education",
    pgettext_lazy("part of a profile", "Education"),
    _("Degrees in the words of their diplomas; they are not translated."),
    (Fact("education", _("Education"), showing.education),),
)
PUBLICATIONS: Final = Group(
    "publications",
    pgettext_lazy("part of a profile", "Publications"),
    _("In the words of the title page; they are not translated."),
    (Fact("publications", _("Publications"), showing.publications),),
)
FEES: Final = Group(
    "fees",
    pgettext_lazy("part of a profile", "Fees"),
    _("How you charge, in your own words. The page says that it is you who states them."),
    _in_languages("fees", _("Fees, in Chinese"), _("Fees, in English"), _("Fees, in Russian")),
)
PHOTO: Final = Group(
    "photo",
    pgettext_lazy("part of a profile", "Photo"),
    _("A portrait, cut to a square. Of the file you send nothing is kept but the pixels that are shown."),
    (Fact("photo", _("Photo"), showing.photo, is_picture=True),),
)
OF_A_LAWYER: Final = (PERSON, LICENCE, ADMISSIONS, AREAS, SPEECH, EDUCATION, PUBLICATIONS, FEES, PHOTO)

FIRM: Final = Group(
    "firm",
    pgettext_lazy("part of a profile", "The firm"),
    _("The name as it stands in the licence of the firm, where it is, and what it does."),
    (
        *NAMES,
        *_in_languages("city", _("City in Chinese"), _("City in English"), _("City in Russian")),
        *_in_languages(
            "about", _("About the firm, in Chinese"), _("About the firm, in English"), _("About the firm, in Russian")
        ),
        Fact("website", _("Website")),
    ),
)
FIRM_LICENCE: Final = Group(
    "firm-licence",
    pgettext_lazy("part of a profile", "Licence of the firm"),
    _("What the firm is licensed as and by whom. The paper is read by moderators alone."),
    (Fact("kind", _("Kind of law firm"), showing.one_of(FirmKind)), JURISDICTION, NUMBER, *BODIES),
)
OF_A_FIRM: Final = (FIRM, FIRM_LICENCE)

# What a licence says: whoever changes it has the licence verified again. Admissions are looked at with it.
VERIFIED: Final[Mapping[str, frozenset[str]]] = {
    "lawyer": frozenset(
        {
            *(fact.name for fact in NAMES),
            *("native_name", "native_language"),
            *LICENCE.names,
            *ADMISSIONS.names,
        }
    ),
    "firm": frozenset({*(fact.name for fact in NAMES), *FIRM_LICENCE.names}),
}


def groups_of(model: str) -> tuple[Group, ...]:
    """The groups of a kind of record, by the name of its model."""
    return OF_A_LAWYER if model == "lawyer" else OF_A_FIRM


def facts_in(model: str) -> list[Fact]:
    """Every question about a kind of record, in order."""
    return [fact for group in groups_of(model) for fact in group.facts]
