"""What is held of advice: what was asked, the contract, the remarks on it, and the letters."""

from legal.advice.models.letter import Letter, LetterQuerySet
from legal.advice.models.question import Article, Question, Urgency
from legal.advice.models.review import Remark, Review, Severity

__all__ = ["Article", "Letter", "LetterQuerySet", "Question", "Remark", "Review", "Severity", "Urgency"]
