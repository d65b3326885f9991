"""The words of an edition as files: Markdown a language, and the places beside them where Markdown cannot tell them."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from legal.laws.importing.held import HeldEdition, HeldProvision, HeldText
from legal.laws.parsing.exact import mark, text_hash

Spoken = list[tuple[HeldProvision, HeldText]]


def spoken(edition: HeldEdition) -> dict[str, Spoken]:
    """The places with their texts by language; texts that came along from another edition are not its own."""
    found: dict[str, Spoken] = {}
    for provision in edition.provisions:
        for language, text in provision.texts.items():
            if text.carried_from is None:
                found.setdefault(language, []).append((provision, text))
    return dict(sorted(found.items()))


def markdown(places: Spoken) -> str:
    """A text in its own structure: headings marked, an empty line between places."""
    return "\n\n".join(_block(provision, text) for provision, text in places) + "\n"


def _block(provision: HeldProvision, text: HeldText) -> str:
    return mark(provision.kind, provision.depth) + _words(text)


def _words(text: HeldText) -> str:
    """The words so that label and heading can be cut off by their length."""
    words = text.body
    for before in (text.heading, text.label):
        if before:
            words = f"{before} {words}" if words else before
    return words


def places(edition: HeldEdition, files: Mapping[str, str]) -> str:
    """The places of an edition, and where in the text files of its languages their words stand."""
    rows = [_place(provision) for provision in edition.provisions]
    rows = [row for row in rows if row["texts"]]
    told = {"texts": {language: text_hash(words) for language, words in files.items()}, "places": rows}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _place(provision: HeldProvision) -> dict[str, Any]:
    row: dict[str, Any] = {"path": provision.path, "kind": provision.kind}
    known = {"number": provision.number, "depth": provision.depth, "repeated": provision.repeated}
    row |= {name: value for name, value in known.items() if value}
    if provision.parent is not None:
        row["parent"] = provision.parent.path
    own = ((language, text) for language, text in provision.texts.items() if text.carried_from is None)
    row["texts"] = {language: dict(_about(provision, text)) for language, text in sorted(own)}
    return row


def _about(provision: HeldProvision, text: HeldText) -> Iterator[tuple[str, str | int]]:
    yield "lines", _block(provision, text).count("\n") + 1
    yield from ((name, len(words)) for name, words in (("label", text.label), ("heading", text.heading)) if words)
    yield "status", text.status
    yield from ((name, words) for name, words in (("source", text.source), ("based_on", text.based_on)) if words)
