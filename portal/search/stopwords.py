"""Words that make a sentence a question and say nothing of the law; left out of a query when anything else is left."""

import re
from typing import Final

CHINESE: Final = re.compile(
    "怎么办|怎么样|怎么算|怎么|怎样|怎麽|如何|为什么|什么样|什么时候|什么|哪些|哪里|哪个|多少|多久|几个|几天|能不能|可不可以|要不要|"
    "是不是|会不会|有没有|行不行|算不算|该不该|是否|请问|我想问|想问|我们|我的|你们|他们|我|您|你|可以|应该|想要|的话|吗|呢|吧|啊|呀|了|的|谁"
)
ENGLISH: Final = """
a about after all am an and any are as at be because been but by can could did didn do does doesn don for from get
had has have he her his how i if in into is isn it its made make may me might much must my no not of on one or our
s she should so some such t than that the their them then there they this to was wasn we were what when where
which while who whom whose why will with won would you your
ago already also always away back before else even ever every got just last let really still too took us very
without yet
"""
RUSSIAN: Final = """
а без бы был была были было быть в вам вас весь во вот все всего вы где да для до его ее если есть же за и из или
им их к как какая какие каким каких какой какую когда кого кто ли меня мне мной мог могу можем может можете можно
мой мою моя мы на над надо нам нас не него нее ней нет ни но ну нужно о об он она они от по под при с сам сколько
со так такой там то того тоже только том ты у уже чего чем что чтобы эта эти это этого этом этот я
"""
WORDS: Final = {"en": frozenset(ENGLISH.split()), "ru": frozenset(RUSSIAN.split())}


# Two words that ask for a number: “long” alone would be carried to «долгий», whose stem is that of a debt.
HOW_MUCH: Final = re.compile(
    r"\bhow (?:long|many|much|often|soon|far|old|big|high)\b|\bкак (?:долго|часто|скоро|быстро|много)\b", re.IGNORECASE
)


def without_question(text: str) -> str:
    """Text with its question words made gaps; the text itself where nothing else would be left."""
    bare = HOW_MUCH.sub(" ", CHINESE.sub(" ", text))
    return bare if bare.strip() else text
