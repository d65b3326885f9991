"""The words of a notice in one language, made each time they are shown or sent."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.template import Context, Engine, Template
from django.template.loader_tags import BlockNode
from django.utils import translation

from portal.notices.kinds import BY_SLUG
from portal.notices.models import Notice


@dataclass(frozen=True, slots=True)
class Words:
    """What a notice says: a title on one line, a few plain sentences, and the path of what it is about."""

    title: str
    body: str
    address: str


def words(notice: Notice, language: str) -> Words:
    """The words in a language of the portal; KeyError where the kind is no longer registered."""
    kind = BY_SLUG[notice.kind]
    with translation.override(language):
        template = Engine.get_default().get_template(kind.template)
        named = {name: _called(value, language) for name, value in notice.params.items()}
        given = {**named, "site_name": settings.SITE_NAME}
        title = " ".join(block(template, "title", given).split())
        return Words(title, block(template, "body", given).strip(), kind.address(notice))


def _called(name: Any, language: str) -> Any:
    """A name as this language has it, where it has names in each."""
    return name[language] if isinstance(name, dict) else name


def block(template: Template, name: str, given: dict[str, Any]) -> str:
    """One block of a template of plain text, nothing escaped; empty where it has no such block."""
    context = Context(given, autoescape=False)
    with context.render_context.push_state(template), context.bind_template(template):
        nodes = template.nodelist.get_nodes_by_type(BlockNode)
        return "".join(node.render(context) for node in nodes if isinstance(node, BlockNode) and node.name == name)
