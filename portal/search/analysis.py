"""How text becomes the tokens of the index: the same for a provision and for a query."""

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from operator import itemgetter
from typing import Final

from opencc import OpenCC
from tantivy import Filter, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

HAN: Final = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
HAN_RUN: Final = re.compile(f"[{HAN}]+")
HAN_OR_WORD: Final = re.compile(f"([{HAN}]+)|([^\\W_{HAN}]+)")
# What nearly every Chinese text has in full width. Replaced before anything else is asked, it leaves most texts in the
# one form; what is in another takes ten times as long.
WIDE: Final = tuple((letter, unicodedata.normalize("NFKC", letter)) for letter in "，；：（）")
SUPERSCRIPT: Final = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
PLAIN_DIGITS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
SAME_LETTER: Final = str.maketrans({"ё": "е", "Ё": "Е", "\u00ad": None, "\u0301": None})
CYRILLIC: Final = re.compile(r"[\u0400-\u052f]")
LATIN: Final = re.compile(r"[a-z\u00df-\u024f]", re.IGNORECASE)

PAIR: Final = 2
# A comma comes sooner in what people write; what cuts a longer run is not kept.
LONG_RUN: Final = 64
# Stemmed fields by the text code of a language; every other language is kept word by word in `other`.
STEMMERS: Final = {"en": "english", "ru": "russian"}


def normalise(text: str) -> str:
    """Full width to half, superscripts to `-n`, ё to е, traditional to simplified; lower case is the tokenizer's."""
    if text.isascii():
        return text
    for wide, narrow in WIDE:
        text = text.replace(wide, narrow)
    if unicodedata.is_normalized("NFKC", text) and not changed_letters().search(text):
        return text
    text = SUPERSCRIPT.sub(lambda found: f"-{found[0].translate(PLAIN_DIGITS)}", text)
    text = unicodedata.normalize("NFKC", text).translate(SAME_LETTER)
    return simplifier().convert(text) if changed_letters().search(text) else text


def han_tokens(text: str) -> list[str]:
    """Bigrams of each run of Chinese characters (a lone character as it is) and the other words, in order."""
    return tokens_and_letters(text)[0]


def tokens_and_letters(text: str) -> tuple[list[str], str]:
    """The tokens of a text (see `han_tokens`), and its Chinese characters without anything between them."""
    tokens: list[str] = []
    parts = HAN_OR_WORD.findall(text)
    for run, word in parts:
        if word:
            tokens.append(word.lower())
        elif len(run) > LONG_RUN:
            tokens.extend(run[start : start + PAIR] for start in range(len(run) - 1))
        elif len(run) > PAIR:
            tokens.extend(pairs(len(run))(run))
        else:
            tokens.append(run)
    return tokens, "".join(run for run, _ in parts)


@lru_cache(maxsize=LONG_RUN)
def pairs(length: int) -> Callable[[str], tuple[str, ...]]:
    """What cuts a run of so many characters into its bigrams: cut at once, they take half as long as one by one."""
    return itemgetter(*(slice(start, start + PAIR) for start in range(length - 1)))


def stems(text: str, language: str) -> list[str]:
    """The tokens of normalised text as the field of the language holds them."""
    if language == "zh":
        return han_tokens(text)
    return list(analyzer(language).analyze(text))


@cache
def analyzer(language: str) -> TextAnalyzer:
    """The tokenizer registered under the language's name; words without stems for a language not ours."""
    builder = TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.remove_long(120)).filter(Filter.lowercase())
    if language in STEMMERS:
        builder = builder.filter(Filter.stemmer(STEMMERS[language]))
    return builder.build()


@cache
def simplifier() -> OpenCC:
    """The dictionary from traditional to simplified, loaded once: it takes some 50 ms."""
    return OpenCC("t2s")


@cache
def changed_letters() -> re.Pattern[str]:
    """Matches any letter to be written differently, by the table or by the dictionary: other text skips both."""
    plane = "".join(map(chr, [*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000)]))
    changed = "".join(old for old, new in zip(plane, simplifier().convert(plane), strict=True) if old != new)
    return re.compile(f"[{changed}{''.join(map(chr, SAME_LETTER))}]")
