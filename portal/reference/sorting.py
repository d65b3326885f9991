"""How words of the three languages are put in order: Chinese by pinyin, English and Russian by their alphabets."""

import functools
import unicodedata


@functools.lru_cache(maxsize=8192)
def sort_key(text: str, language: str, *, longest: int | None = None) -> str:
    """What texts of one language are compared by, cut to so many characters; `language` is a text code, as `zh`."""
    words = unicodedata.normalize("NFKC", text).casefold().replace("ё", "е").strip()
    if language == "zh":
        # Its dictionary takes most of a second to read, which processes that sort nothing should not wait for.
        from pypinyin import Style, lazy_pinyin  # noqa: PLC0415

        # The tone comes after the letters, the characters after both: homophones keep together.
        spoken = lazy_pinyin(words, style=Style.TONE3, neutral_tone_with_five=True)
        words = " ".join([*spoken, words])
    return words[:longest]


def initial(text: str, language: str) -> str:
    """The letter a text stands under in an index; "#" for what begins with no letter."""
    first = next((character for character in sort_key(text, language) if character.isalnum()), "")
    return first.upper() if first.isalpha() else "#"
