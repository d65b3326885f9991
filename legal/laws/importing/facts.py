"""What an import says of a law itself: its own folder speaks for it, anything else only fills what is blank."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any, Final

from django.db.models import CharField
from django.utils.translation import gettext_lazy as _

from legal.laws.formats.characters import for_xml
from legal.laws.importing.editions import later_neighbour
from legal.laws.importing.fetching import HeldLaw
from legal.laws.importing.held import is_digest
from legal.laws.importing.report import RefusedError
from legal.laws.importing.storing import FOLLOWING
from legal.laws.importing.well_known import common_names
from legal.laws.kinds import TextStatus
from legal.laws.models import Law, LawName
from legal.laws.naming import key
from legal.laws.parsing.records import ParsedLaw
from portal.languages import LANGUAGES

# What staff write about a law, for which no collection of texts has a better source.
EDITORIAL: Final = ("short_title", "summary")
FACTS: Final = ("title", "authority")
PLAIN: Final = ("number", "adopted", "in_force", "repealed", "source")


def tell(held: HeldLaw, parsed: ParsedLaw) -> list[str]:
    """Put what has been read of the law on its record, unsaved; the names of the fields that changed."""
    law = held.law
    before = _values(law)
    own = bool(parsed.folder) and law.folder in {"", parsed.folder} and law.jurisdiction.code == parsed.jurisdiction
    speaks = own and not _only_retells(held, parsed)
    if own:
        law.folder = parsed.folder
    if speaks:
        law.kind, law.unit, law.original_language = str(parsed.kind), str(parsed.unit), parsed.original_language
    _put(law, _in_columns(EDITORIAL, parsed), replace=own)
    _put(law, _in_columns(FACTS, parsed), replace=speaks)
    _put(law, {name: getattr(parsed, name) for name in PLAIN}, replace=speaks)
    law.in_force = _first_in_force(held, before["in_force"])
    law.adopted = later_neighbour(before["adopted"], law.adopted)
    law.key_titles()
    _check(law)
    return [name for name, value in _values(law).items() if value != before[name]]


def _only_retells(held: HeldLaw, parsed: ParsedLaw) -> bool:
    """Whether the folder has nothing but digests of a law whose text is held."""
    if any(text.status != TextStatus.DIGEST for edition in parsed.editions for text in edition.texts):
        return False
    return any(
        not is_digest(text)
        for edition in held.editions
        for provision in edition.provisions
        for text in provision.texts.values()
    )


def _first_in_force(held: HeldLaw, before: datetime.date | None) -> datetime.date | None:
    """A folder without the first edition knows no better when the law came into force than that edition does."""
    now = held.law.in_force
    known = {edition.in_force for edition in held.editions}
    return before if before is not None and now is not None and before < now and before in known else now


def _in_columns(fields: Iterable[str], parsed: ParsedLaw) -> dict[str, str]:
    told = {
        "title": parsed.titles,
        "short_title": parsed.short_titles,
        "summary": parsed.summaries,
        "authority": parsed.authorities,
    }
    return {
        f"{field}_{language.column}": for_xml(told[field].get(language.text, ""))
        for field in fields
        for language in LANGUAGES
    }


def _put(law: Law, values: Mapping[str, Any], *, replace: bool) -> None:
    for name, value in values.items():
        if value and (replace or not getattr(law, name)):
            setattr(law, name, value)


def _values(law: Law) -> dict[str, Any]:
    """The columns of the law as they are to be stored; the fields modeltranslation serves follow from the columns."""
    columns = [field.attname for field in Law._meta.concrete_fields if field.attname not in FOLLOWING]
    return {name: getattr(law, name) for name in columns}


def _check(law: Law) -> None:
    for field in Law._meta.concrete_fields:
        limit = field.max_length if isinstance(field, CharField) else None
        value = getattr(law, field.attname)
        if limit is not None and isinstance(value, str) and len(value) > limit:
            raise RefusedError(
                _("“%(field)s” is longer than %(limit)s characters."), field=field.verbose_name, limit=limit
            )


def names(held: HeldLaw, parsed: ParsedLaw) -> list[LawName]:
    """The names that the law has not been known by so far, unsaved; also put on the held law."""
    law = held.law
    new: list[LawName] = []
    told = [*law.own_names(), *parsed.titles.values(), *parsed.other_names]
    for name in [*told, *common_names(told)]:
        found = key(name)
        if found and found not in held.names:
            held.names[found] = name
            new.append(LawName(law=law, name=name, key=found))
    return new
