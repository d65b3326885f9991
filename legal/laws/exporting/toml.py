"""`law.toml` as the export writes it."""

import datetime
import json
from collections.abc import Iterator, Mapping
from typing import Final

from legal.laws.importing.fetching import HeldLaw
from legal.laws.importing.held import HeldEdition
from legal.laws.models import Law
from portal.languages import LANGUAGES

Value = str | datetime.date | list[str]
About = tuple[str, str]
TRANSLATED: Final = ("title", "short_title", "summary", "authority")


def law_toml(held: HeldLaw, topics: list[str]) -> str:
    """The record of a law; texts whose status is not that of their language's other texts are told by edition."""
    usual = {language: about for edition in held.editions for language, about in about_texts(edition).items()}
    return (
        "\n".join([*_law(held.law, topics, _other_names(held)), *_texts("text", usual), *_editions(held, usual)]) + "\n"
    )


def about_texts(edition: HeldEdition) -> dict[str, About]:
    """Status and source of the best text of each language; what came along from another edition is left out."""
    found: dict[str, tuple[int, About]] = {}
    for provision in edition.provisions:
        for language, text in provision.texts.items():
            if text.carried_from is None:
                worth = (text.rank, (text.status, text.source))
                found[language] = min(worth, found.get(language, worth))
    return {language: about for language, (_, about) in sorted(found.items())}


def _law(law: Law, topics: list[str], other_names: list[str]) -> Iterator[str]:
    yield _line("slug", law.slug)
    yield _line("jurisdiction", law.jurisdiction.code)
    if law.region:
        yield _line("region", law.region.code)
    if law.folder != f"{law.jurisdiction.code}-{law.slug}":
        yield _line("folder", law.folder)
    yield _line("kind", law.kind)
    yield _line("unit", law.unit)
    yield _line("number", law.number)
    for name in ("adopted", "in_force", "repealed"):
        if day := getattr(law, name):
            yield _line(name, day)
    yield _line("original_language", law.original_language)
    yield _line("topics", topics)
    yield _line("source", law.source)
    yield _line("other_names", other_names)
    for field in TRANSLATED:
        words = {language.text: getattr(law, f"{field}_{language.column}") or "" for language in LANGUAGES}
        yield from _table(field, {language: said for language, said in words.items() if said})


def _other_names(held: HeldLaw) -> list[str]:
    """The names that are neither titles nor short titles."""
    own = held.law.own_names()
    return [name for name in held.names.values() if name not in own]


def _texts(name: str, about: Mapping[str, About]) -> Iterator[str]:
    for language, (status, source) in about.items():
        yield from _table(f"{name}.{language}", {"status": status, "source": source})


def _editions(held: HeldLaw, usual: Mapping[str, About]) -> Iterator[str]:
    for edition in held.editions:
        name = f"edition.{_quoted(edition.slug)}"
        days = {"adopted": edition.adopted, "in_force": edition.in_force}
        facts: dict[str, Value] = {key: day for key, day in days.items() if day}
        if edition.in_force_source:
            facts["in_force_source"] = edition.in_force_source
        if edition.amended_by:
            facts["amended_by"] = edition.amended_by
        yield f"[{name}]"
        yield from (_line(key, value) for key, value in facts.items())
        own = {language: about for language, about in about_texts(edition).items() if about != usual[language]}
        yield from _texts(f"{name}.text", own)


def _table(name: str, values: Mapping[str, Value]) -> Iterator[str]:
    if values:
        yield f"[{name}]"
        yield from (_line(key, value) for key, value in values.items())


def _line(key: str, value: Value) -> str:
    if isinstance(value, datetime.date):
        return f"{key} = {value.isoformat()}"
    if isinstance(value, list):
        return f"{key} = [{', '.join(map(_quoted, value))}]"
    return f"{key} = {_quoted(value)}"


def _quoted(words: str) -> str:
    """A basic string: JSON's escapes are TOML's, but for the one control character JSON lets through."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")
