"""Short ways to say what a text was parted into."""

from legal.laws.parsing.records import ParsedProvision
from legal.laws.parsing.source import lines
from legal.laws.parsing.structure import Structure, structure_of


def structure(text: str, *, markdown: bool = False, head: int = 0) -> Structure:
    return structure_of(lines(text, markdown=markdown), markdown=markdown, head=head)


def provisions(text: str, *, markdown: bool = False, head: int = 0) -> list[ParsedProvision]:
    return structure(text, markdown=markdown, head=head).provisions


def paths(text: str, *, markdown: bool = False) -> list[str]:
    return [provision.path for provision in provisions(text, markdown=markdown)]


def articles(text: str, *, markdown: bool = False) -> list[str]:
    return [p.path for p in provisions(text, markdown=markdown) if p.kind == "article"]


def parts(text: str, path: str, *, markdown: bool = False) -> tuple[str, str, str]:
    """Label, heading and body of one provision."""
    found = next(p for p in provisions(text, markdown=markdown) if p.path == path)
    return found.label, found.heading, found.body
