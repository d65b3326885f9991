"""Who hears of what a staff lawyer has written. No name and no fact stands in a notice."""

from legal.advice.models import Letter
from legal.matters.telling import tell_members
from portal.workflow.models import Event


def tell_of_letter(kind: str, letter: Letter, event: Event) -> None:
    """Tell those who act for the enterprise of a letter, once."""
    tell_members(kind, letter.matter, event)
