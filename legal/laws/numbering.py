"""Numbers of articles: as laws print them, as addresses carry them, as people type them, and in what order they stand.

A number is kept as `577`, `28-1` (28¹, 第二十八条之一), `225-10-1` (225¹⁰-¹), `17A`, `1.1`, `36-bis`.
"""

import re
from functools import lru_cache
from typing import Final

from legal.laws.kinds import ArticleUnit

CHINESE_DIGIT: Final = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2, "０": 0}
CHINESE_UNIT: Final = {"十": 10, "百": 100, "千": 1000, "万": 10000}
CHINESE_NUMERAL: Final = "零〇○一二三四五六七八九十百千万两"
ROMAN: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
SUPERSCRIPT: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"
LATIN_SUFFIXES: Final = ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies")
# Digits of every script to ASCII; Cyrillic letters that look like the Roman numerals they are printed for.
SCRIPTS: Final = ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "０１２３４５６７８９")
DIGITS: Final = {ord(c): str(n) for script in SCRIPTS for n, c in enumerate(script)}
ROMAN_LOOKALIKE: Final = str.maketrans("ІХСМУ", "IXCMV")
DASHES: Final = str.maketrans(dict.fromkeys("‐‑‒–—−﹣－", "-"))

CANONICAL: Final = re.compile(
    r"\d+(?:[A-ZА-ЯЁ]{0,4}|[a-zа-яё])(?:[.-](?:\d+[A-ZА-ЯЁ]?|[A-ZА-ЯЁ]{1,2}|[a-zа-яё]|[a-z]{3,9}))*"
)
ROMAN_NUMBER: Final = re.compile(r"M{0,3}(?:CM|CD|D?C{0,4})(?:XC|XL|L?X{0,4})(?:IX|IV|V?I{0,4})")
CHINESE_NUMBER: Final = re.compile(rf"([{CHINESE_NUMERAL}]+)([A-Z]?)(?:之([{CHINESE_NUMERAL}]+))?")
# Behind a Roman number: Article II bis, Article IVA. In brackets, as Tajik law inserts: Статья 12(1).
ROMAN_INSERTED: Final = re.compile(rf"([IVXLCІХСМУ]+?)[\s-]?({'|'.join(LATIN_SUFFIXES)}|[ABE-HJKN-UWYZ])")
BRACKETED: Final = re.compile(r"^(\d{1,4})\s?\((\d{1,2})\)$")
UNIT_WORD: Final = r"(?:第|articles?|art\.?|sections?|sec\.?|s\.|статья|статьи|ст\.?|§)"
TYPED: Final = re.compile(rf"(?i)^{UNIT_WORD}?\s*(.+?)\s*[条條]?$")
TYPED_SUFFIX: Final = re.compile(r"[条條]\s*之")

# A law's numbers are asked for again and again while it is read, and most laws have the same ones.
kept = lru_cache(maxsize=16_384)


def chinese_to_int(text: str) -> int | None:
    """The value of a Chinese numeral up to 99,999,999, also written digit by digit (一九九三); None for other text."""
    if not text or any(c not in CHINESE_NUMERAL for c in text):
        return None
    if not any(c in CHINESE_UNIT for c in text):
        return int("".join(str(CHINESE_DIGIT[c]) for c in text))
    total, section, digit = 0, 0, 0
    for c in text:
        if c == "万":
            total, section, digit = (section + digit) * 10000, 0, 0
        elif c in CHINESE_UNIT:
            section, digit = section + (digit or 1) * CHINESE_UNIT[c], 0
        else:
            digit = CHINESE_DIGIT[c]
    return total + section + digit


def int_to_chinese(value: int) -> str:
    """A number from 0 to 9,999 as statutes write it: 十, 一百零五, 一千二百六十."""
    if not 0 <= value <= 9999:
        raise ValueError(value)
    text, rest = "", value
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, rest = divmod(rest, unit)
        if digit:
            text += "零一二三四五六七八九"[digit] + name
        elif text and rest and not text.endswith("零"):
            text += "零"
    return text.removeprefix("一") if 10 <= value < 20 else text or "零"


def roman_to_int(text: str) -> int | None:
    """The value of a Roman numeral in capitals, printed with Cyrillic lookalikes too; None for other text.

    A lone C, D, L or M is a letter: no law has a Part 100 after its Part B.
    """
    roman = text.translate(ROMAN_LOOKALIKE)
    if not roman or roman in {"C", "D", "L", "M"} or not ROMAN_NUMBER.fullmatch(roman):
        return None
    values = [ROMAN[c] for c in roman]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


@kept
def canonical(printed: str) -> str | None:
    """The number as it is kept and addressed, from how a law prints it; None where it is no number."""
    text = printed.translate(DIGITS).translate(DASHES).strip()
    if match := CHINESE_NUMBER.fullmatch(text):
        return _from_chinese(*match.groups())
    if (roman := roman_to_int(text)) is not None:
        return str(roman)
    if match := ROMAN_INSERTED.fullmatch(text):
        text = _from_roman(match)
    text = re.sub(BRACKETED, r"\1-\2", text)
    text = re.sub(r"\s+(?=[a-z]{3})", "-", text)
    text = re.sub(r"\s*([.-])\s*", r"\1", text)
    text = re.sub(r"(?<=\d)\s+(?=[A-ZА-Я]$)", "", text)
    text = re.sub(rf"-?([{SUPERSCRIPT}]+)", lambda m: "-" + m[1].translate(_FROM_SUPERSCRIPT), text)
    text = re.sub(r"(?<=\d)(bis|ter|quater|quinquies|sexies|septies|octies|nonies|decies)\b", r"-\1", text)
    return text if CANONICAL.fullmatch(text) else None


def typed(text: str) -> str | None:
    """The number a person means by `577`, `五百七十七`, `第五百七十七条`, `28¹`, `17-а` or `art. 35`; None if none."""
    bare = TYPED_SUFFIX.sub("之", text.strip())
    match = TYPED.match(bare)
    return canonical(match[1]) if match else None


def address(number: str) -> str:
    """The number as it stands in an address: `28¹` becomes `28-1`; one that is no number is given back as it is."""
    return canonical(number) or number


@kept
def sort_key(number: str) -> tuple[tuple[int, int, str], ...]:
    """Orders numbers as laws do: 9, 9-1, 9-2, 10, 17, 17A, 36, 36-bis, 36-ter."""
    return tuple(_part_key(part) for part in re.findall(r"\d+|[^\W\d_]+", number))


@kept
def base(number: str) -> int:
    """The whole part of a number: 28 of 28-1, 17 of 17A; 0 for what has none."""
    match = re.match(r"\d+", number)
    return int(match[0]) if match else 0


def display(number: str, unit: ArticleUnit | str, language: str) -> str:
    """What an article is called in zh, en or ru: 第五百七十七条, Article 577, Section 5, Статья 577."""
    if language.split("-")[0] == "zh":
        return _chinese_label(number)
    if language == "ru":
        return f"Статья {number}"
    return f"{'Section' if unit == ArticleUnit.SECTION else 'Article'} {number}"


def strip_brackets(heading: str) -> str:
    """A heading without the brackets and the dots or dashes it is printed in."""
    text = heading.strip()
    for opening, closing in ("（）", "()", "【】", "〔〕", "[]", "［］"):
        if text.startswith(opening) and text.endswith(closing) and closing not in text[1:-1]:
            return text[1:-1].strip()
    return text


_FROM_SUPERSCRIPT: Final = {ord(c): str(n) for n, c in enumerate(SUPERSCRIPT)}


def _from_roman(match: re.Match[str]) -> str:
    value = roman_to_int(match[1])
    return f"{value}{'-' * match[2].islower()}{match[2]}" if value else match[0]


def _from_chinese(numeral: str, letter: str, suffix: str | None) -> str | None:
    value = chinese_to_int(numeral)
    inserted = chinese_to_int(suffix) if suffix else None
    return f"{value}{letter}" + (f"-{inserted}" if inserted is not None else "")


def _part_key(part: str) -> tuple[int, int, str]:
    if part.isdigit():
        return (1, int(part), "")
    if part in LATIN_SUFFIXES:
        return (1, LATIN_SUFFIXES.index(part) + 2, "")
    return (0, len(part), part.upper())


def _chinese_label(number: str) -> str:
    if match := re.fullmatch(r"(\d{1,4})((?:-\d{1,4})*)", number):
        suffixes = "".join(f"之{int_to_chinese(int(n))}" for n in match[2].split("-")[1:])
        return f"第{int_to_chinese(int(match[1]))}条{suffixes}"
    return f"第{number}条"
