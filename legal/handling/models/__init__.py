"""What is held of the console for matters: the templates of letters."""

from legal.handling.models.letter import Letter, LetterQuerySet

__all__ = ["Letter", "LetterQuerySet"]
