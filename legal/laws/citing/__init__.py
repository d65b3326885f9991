"""Citations of laws and articles in a provision's text, found without a database."""

from legal.laws.citing.cited import Cited
from legal.laws.citing.finding import find

__all__ = ["Cited", "find"]
