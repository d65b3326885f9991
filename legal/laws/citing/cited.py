"""What a citation in a text says, before anybody asks which law it means."""

from dataclasses import dataclass

# A longer range is linked by its two ends: whoever cites articles 1 to 500 cites none of them.
LONGEST_RANGE = 100


@dataclass(frozen=True, slots=True)
class Cited:
    """One mention: `text[start:end]` names articles of a law, or a law alone.

    `law` is its name as printed, "" where none stands there. `own` says it is the citing law itself (本法, this Act,
    настоящего Кодекса, or an article named without a law). `loose` says where the name begins was guessed,
    so that only its end is certain. `short` is what the text says it will call this law from here on.
    `container` is the annex the articles stand in, as in addresses: "annex-1". `unit` is what the text calls them,
    "section" or "article".
    """

    start: int
    end: int
    law: str = ""
    own: bool = False
    loose: bool = False
    short: str = ""
    container: str = ""
    unit: str = "article"
    articles: tuple[str, ...] = ()


def expand(first: str, last: str) -> tuple[str, ...]:
    """The numbers of a range, its last one left out: that one has a mention of its own."""
    if first.isdecimal() and last.isdecimal() and int(first) < int(last) <= int(first) + LONGEST_RANGE:
        return tuple(str(number) for number in range(int(first), int(last)))
    return (first,)
