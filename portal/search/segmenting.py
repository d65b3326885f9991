"""Where Chinese words begin and end, as far as a dictionary knows: told of a question only, never of the texts."""

import rjieba

from portal.search.analysis import han_tokens


def pairs_in_words(text: str) -> frozenset[str]:
    """The tokens of a text that stand within one word of the dictionary, or are no Chinese."""
    return frozenset(token for word in rjieba.cut_all(text) for token in han_tokens(word))
