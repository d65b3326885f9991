"""The directory of lawyers: narrowed, and ordered by the rule its page states; no place in it can be paid for.

First what matches best: of a name that was asked for, the name itself before one that begins so, and that before one
it is only a part of or a firm of that name; of a language asked for with a task, the higher level. Then the latest
verified, by the day, and then by name, in the order of the reader's language.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import (
    Case,
    Exists,
    F,
    FilteredRelation,
    Func,
    IntegerField,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Concat

from legal.laws.spoken import reader
from legal.lawyers.models import Admission, Firm, Lawyer, LawyerQuerySet
from legal.lawyers.models.verified import FOLDED

# Before the first of the names of a row, and behind each.
END: Final = Value("\n", output_field=TextField())
ITSELF, BEGINS, PART, ITS_FIRM = range(4)


@dataclass(frozen=True, slots=True)
class Filters:
    """What the reader asks for: codes and slugs, "" where anything will do; they narrow together."""

    jurisdiction: str = ""
    topic: str = ""
    language: str = ""
    task: str = ""
    available: bool = False
    name: str = ""


def lawyers(filters: Filters) -> LawyerQuerySet:
    """The published lawyers that pass the filters."""
    found: LawyerQuerySet = Lawyer.objects.published()
    if filters.jurisdiction:
        admitted = Admission.objects.filter(lawyer=OuterRef("pk"), jurisdiction__code=filters.jurisdiction)
        found = found.filter(Exists(admitted))
    if filters.topic:
        shelved = Lawyer.topics.through.objects.filter(lawyer=OuterRef("pk"), topic__slug=filters.topic)
        found = found.filter(Exists(shelved))
    if filters.language:
        # A lawyer has a language once: the join tells of each lawyer once, and `ordered` orders by it.
        asked = FilteredRelation("skills", condition=Q(skills__language=filters.language))
        found = found.annotate(asked=asked).filter(_speaking(filters.task))
    if filters.available:
        found = found.filter(takes_new_matters=True)
    return found.filter(_named(filters.name)) if filters.name else found


def ordered(filters: Filters) -> QuerySet[Lawyer, int]:
    """The keys of the lawyers that pass the filters, in the order stated: pages are cut from these."""
    matches: list[Any] = []
    if filters.name:
        matches.append(_closeness(filters.name).asc())
    if filters.language and filters.task:
        # Levels are in the order of their letters.
        matches.append(F(f"asked__{filters.task}").desc())
    order = (*matches, F("verified_on").desc(), f"sort_{reader().column}", "pk")
    return lawyers(filters).order_by(*order).values_list("pk", flat=True)


def of_firm(firm: Firm) -> QuerySet[Lawyer, int]:
    """The keys of the published lawyers of a firm, in the same order."""
    order = (F("verified_on").desc(), f"sort_{reader().column}", "pk")
    found: LawyerQuerySet = Lawyer.objects.published()
    return found.filter(firm=firm).order_by(*order).values_list("pk", flat=True)


def listed(keys: Sequence[int]) -> list[Lawyer]:
    """The lawyers of one page in its order, with what the list shows of them: five queries, however many."""
    admissions = Admission.objects.select_related("jurisdiction").order_by("jurisdiction__position", "pk")
    found = (
        Lawyer.objects.select_related("firm")
        .prefetch_related(Prefetch("admissions", admissions), "skills", "topics")
        .in_bulk(keys)
    )
    return [found[key] for key in keys if key in found]


def _speaking(task: str) -> Q:
    """Who has the language asked for, and, with a task, a level in it: who has none in a task has the empty one."""
    return Q(**{f"asked__{task}__gt": ""}) if task else Q(asked__isnull=False)


def _folded(words: str) -> Func:
    """What is asked for, as names are kept."""
    return Func(Value(words, output_field=TextField()), template=FOLDED, output_field=TextField())


def _named(words: str) -> Q:
    # Of firms there are few, and they are gone through once, not for each lawyer.
    firms = Firm.objects.filter(called__contains=_folded(words)).order_by()
    return Q(called__contains=_folded(words)) | Q(firm__in=firms.values("pk"))


def _closeness(words: str) -> Case:
    name = _folded(words)
    return Case(
        When(called__contains=Concat(END, name, END), then=Value(ITSELF)),
        When(called__contains=Concat(END, name), then=Value(BEGINS)),
        When(called__contains=name, then=Value(PART)),
        default=Value(ITS_FIRM),
        output_field=IntegerField(),
    )
