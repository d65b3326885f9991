"""One parsed case into its record: all that differs is written, with its change of the index; nothing else is."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.db.models import CharField, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from legal.cases.applying import Applied
from legal.cases.models import Case, CaseMention, CaseProvision, CaseRelation, CaseText
from legal.cases.models.case import PARTS
from legal.cases.parsing.records import ParsedCase, ParsedText
from legal.cases.settling import settle_editions
from legal.laws.importing.report import Outcome, RefusedError
from legal.laws.kinds import TextStatus
from legal.laws.naming import key
from legal.laws.wording import wording
from portal.languages import LANGUAGES
from portal.reference.models import Jurisdiction, Topic
from portal.search import actions as search

SOURCE: Final = "cases"
# Fields that modeltranslation serves follow from their columns, one a language.
COLUMNS: Final = [
    field for field in Case._meta.concrete_fields if field.attname not in {"title", "court", "parties", *PARTS}
]

LIMITED: Final = {column.attname: column for column in COLUMNS if isinstance(column, CharField)}


@dataclass(slots=True)
class Stored:
    """What became of a case and of its texts."""

    case: Case
    outcome: Outcome
    texts: dict[str, Outcome] = field(default_factory=dict)
    removed: int = 0
    linked: int = 0
    waiting: int = 0


def store(case: Case, parsed: ParsedCase, topics: Sequence[Topic], applied: Sequence[Applied]) -> Stored:
    """Write what the file tells and is not held so yet, in the caller's transaction."""
    is_new = case.pk is None
    changed = write_facts(case, parsed)
    changed |= write_topics(case, topics)
    stored = Stored(case, Outcome.UNCHANGED)
    stored.texts, stored.removed = write_texts(case, parsed)
    changed |= bool(stored.removed) or any(outcome is not Outcome.UNCHANGED for outcome in stored.texts.values())
    changed |= write_applied(case, applied)
    changed |= bool(settle_editions(case.applied.all()))
    changed |= write_relations(case, parsed)
    stored.linked = sum(one.law is not None for one in applied)
    stored.waiting = len(applied) - stored.linked
    if is_new or changed:
        stored.outcome = Outcome.CREATED if is_new else Outcome.CHANGED
        Case.objects.filter(pk=case.pk).update(changed_at=timezone.now())
        search.record(SOURCE, [case.pk], wake=False)
    return stored


def write_facts(case: Case, parsed: ParsedCase) -> bool:
    """Save the case where a fact of it differs; whether one did."""
    before = values(case)
    case.record, case.collection = parsed.record, parsed.collection
    case.court_level = parsed.court_level or ""
    case.number, case.number_key = parsed.number, key(parsed.number)
    case.decided = parsed.decided
    case.status = parsed.status
    case.original_language = parsed.original_language
    case.source = parsed.source
    told = {"title": parsed.titles, "court": parsed.courts, "parties": parsed.parties, **parsed.told}
    for name, words in told.items():
        for language in LANGUAGES:
            setattr(case, f"{name}_{language.column}", words.get(language.text, ""))
    case.languages = languages(case, parsed)
    check(case)
    if case.pk is None or values(case) != before:
        case.save()
        return True
    return False


def languages(case: Case, parsed: ParsedCase) -> list[str]:
    """The languages it is told in, or has a text in."""
    told = [language.text for language in LANGUAGES if case.told_in(language.column)]
    return sorted({*told, *(text.language for text in parsed.texts)})


def values(case: Case) -> dict[str, Any]:
    """The columns as they are to be stored."""
    return {name: getattr(case, name) or "" for name in (field.attname for field in COLUMNS) if name != "changed_at"}


def check(case: Case) -> None:
    """Refuse what a column has no room for, by the name of the field."""
    for name, column in LIMITED.items():
        fits(column, getattr(case, name) or "")


def check_titles(titles: dict[str, str]) -> None:
    """Refuse a title that is too long, before anybody looks for names in it."""
    for language in LANGUAGES:
        fits(LIMITED[f"title_{language.column}"], titles.get(language.text, ""))


def fits(column: "CharField[Any, Any]", value: str) -> None:
    """Refuse a value that is longer than its column."""
    limit = column.max_length
    if limit is not None and len(value) > limit:
        raise RefusedError(
            _("“%(field)s” is longer than %(limit)s characters."), field=str(column.verbose_name), limit=limit
        )


def write_topics(case: Case, topics: Sequence[Topic]) -> bool:
    """Put the case under these topics; whether that is a change."""
    wanted = {topic.pk for topic in topics}
    if wanted == set(case.topics.values_list("pk", flat=True)):
        return False
    case.topics.set(topics)
    return True


def write_texts(case: Case, parsed: ParsedCase) -> tuple[dict[str, Outcome], int]:
    """Write the texts; what became of each, and how many are gone.

    A translation translates the original as it is when the translation comes; where the original is held in other words
    later, it is stale until it is translated anew.
    """
    held = {text.language: text for text in case.texts.all()}
    hashes = {text.language: wording("", text.body) for text in parsed.texts}
    gone = [held[language].pk for language in held.keys() - hashes.keys()]
    CaseText.objects.filter(pk__in=gone).delete()
    outcomes = {
        text.language: write_text(case, held.get(text.language), text, hashes, parsed.original_language)
        for text in parsed.texts
    }
    return outcomes, len(gone)


def write_text(case: Case, held: CaseText | None, text: ParsedText, hashes: dict[str, str], original: str) -> Outcome:
    """Write one text where it differs."""
    row = held or CaseText(case=case, language=text.language)
    before = (row.body, row.status, row.source)
    if held and before == (text.body, str(text.status), text.source):
        return Outcome.UNCHANGED
    if row.body != text.body:
        translates = text.language != original and text.status != TextStatus.DIGEST
        row.based_on = hashes.get(original, "") if translates else ""
    row.body, row.status, row.source = text.body, text.status, text.source
    row.wording = hashes[text.language]
    row.based_on = "" if text.status == TextStatus.DIGEST else row.based_on
    row.save()
    return Outcome.CHANGED if held else Outcome.CREATED


def write_applied(case: Case, applied: Sequence[Applied]) -> bool:
    """Replace what the case applies, where anything of it differs; whether it does."""
    texts = {text.language: text for text in CaseText.objects.filter(case=case)}
    held = [
        (one.law_id, one.path, one.name, one.stated,
         sorted((mention.text.language, mention.start, mention.end) for mention in one.mentions.all()))
        for one in case.applied.prefetch_related("mentions__text").order_by("position", "pk")
    ]  # fmt: skip
    wanted = [(one.law, one.path, one.name, one.stated, sorted(one.mentions)) for one in applied]
    if held == wanted:
        return False
    case.applied.all().delete()
    rows = [
        CaseProvision(
            case=case,
            law_id=one.law,
            path=one.path,
            name=one.name,
            key=one.key,
            stated=one.stated,
            position=position,
        )
        for position, one in enumerate(applied)
    ]
    CaseProvision.objects.bulk_create(rows)
    CaseMention.objects.bulk_create(
        CaseMention(applied=row, text=texts[language], start=start, end=end)
        for row, one in zip(rows, applied, strict=True)
        for language, start, end in one.mentions
    )
    return True


def write_relations(case: Case, parsed: ParsedCase) -> bool:
    """Write how the case stands to others, and link what waited for this one; whether its own differ."""
    names = [f"{case.jurisdiction.code}-{case.record}", *([case.number] if case.number else [])]
    waiting = CaseRelation.objects.filter(waits_for(case), other=None).exclude(case=case)
    Case.objects.filter(relations__in=waiting).update(changed_at=timezone.now())
    waiting.update(other=case)
    wanted = {(str(relation.kind), relation.case) for relation in parsed.relations if relation.case not in names}
    held = set(case.relations.values_list("kind", "name"))
    if wanted == held:
        return False
    case.relations.all().delete()
    CaseRelation.objects.bulk_create(
        CaseRelation(case=case, kind=kind, name=name, other=other(name, case.jurisdiction))
        for kind, name in sorted(wanted)
    )
    return True


def waits_for(case: Case) -> Q:
    """The relations that mean this case: by its record, or by a docket number that its jurisdiction has once."""
    by_record = Q(name=f"{case.jurisdiction.code}-{case.record}")
    same = Case.objects.filter(jurisdiction=case.jurisdiction, number=case.number)
    if not case.number or same.exclude(pk=case.pk).exists():
        return by_record
    return by_record | Q(name=case.number, case__jurisdiction=case.jurisdiction)


def other(name: str, jurisdiction: Jurisdiction) -> Case | None:
    """The one case held of that record, or of that docket number in the jurisdiction."""
    code, _dash, record = name.partition("-")
    by_record = Case.objects.filter(jurisdiction__code=code, record=record).first() if record else None
    cases = list(Case.objects.filter(jurisdiction=jurisdiction, number=name)[:2])
    return by_record or (cases[0] if len(cases) == 1 else None)
