"""What a place in a law is called, told from its address alone."""

from legal.laws.numbering import display


def place_name(path: str, unit: str, language: str) -> str:
    """`article-16` as Article 16; "" for the law as a whole."""
    number = path.rsplit("/", 1)[-1].split("-", 1)[-1]
    return display(number, unit, language) if number else ""
