"""How text becomes the tokens of the index: the same for a provision and for a query."""

import re
import unicodedata
from functools import cache
from itertools import pairwise
from typing import Final

from opencc import OpenCC
from tantivy import Filter, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

HAN: Final = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
HAN_RUN: Final = re.compile(f"[{HAN}]+")
HAN_OR_WORD: Final = re.compile(f"[{HAN}]+|[^\\W_{HAN}]+")
SUPERSCRIPT: Final = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
PLAIN_DIGITS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
SAME_LETTER: Final = str.maketrans({"ё": "е", "Ё": "Е", "\u00ad": None, "\u0301": None})
UNLIKE_LETTER: Final = re.compile("[ёЁ\u00ad\u0301]")
CYRILLIC: Final = re.compile(r"[\u0400-\u052f]")
LATIN: Final = re.compile(r"[a-z\u00df-\u024f]", re.IGNORECASE)

# Stemmed fields by the text code of a language; every other language is kept word by word in `other`.
STEMMERS: Final = {"en": "english", "ru": "russian"}


def normalise(text: str) -> str:
    """Full width to half, superscripts to `-n`, ё to е, traditional to simplified; lower case is the tokenizer's."""
    if not text.isascii():
        text = SUPERSCRIPT.sub(lambda found: f"-{found[0].translate(PLAIN_DIGITS)}", text)
        text = unicodedata.normalize("NFKC", text)
        if UNLIKE_LETTER.search(text):
            text = text.translate(SAME_LETTER)
        if traditional_letters().search(text):
            text = simplifier().convert(text)
    return text


def han_tokens(text: str) -> list[str]:
    """Bigrams of each run of Chinese characters (a lone character as it is) and the other words, in order."""
    tokens: list[str] = []
    for run in HAN_OR_WORD.findall(text):
        if HAN_RUN.match(run):
            tokens.extend(map("".join, pairwise(run)) if len(run) > 1 else (run,))
        else:
            tokens.append(run.lower())
    return tokens


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
def traditional_letters() -> re.Pattern[str]:
    """Matches any character that the dictionary writes differently, so that other text skips it."""
    plane = "".join(map(chr, [*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000)]))
    changed = "".join(old for old, new in zip(plane, simplifier().convert(plane), strict=True) if old != new)
    return re.compile(f"[{changed}]")
