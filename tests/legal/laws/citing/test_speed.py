import pytest

from legal.laws.citing import find
from tests.bench.measuring import within

SIZE = 100_000


@pytest.mark.parametrize(
    ("language", "piece"),
    [
        ("zh", "第一条、"),
        ("zh", "《"),
        ("zh", "《《〈（"),
        ("zh", "本法法法第一款"),
        ("zh", "中华人民共和国"),
        ("en", "Section 5 of the Act "),
        ("en", "Article 1, "),
        ("en", "paragraph 1 and 2 of "),
        ("en", "Convention on the Law of "),
        ("en", "The Big (Big "),
        ("en", "Act (a (a "),
        ("ru", "статьи 1, 2 и "),
        ("ru", "пунктов и и и 1, "),
        ("ru", "пунктом а, б и в г д е ж з и к л м н о п р статей 5 "),
        ("en", "paragraph a and b, c d e f g h of section 5 "),
        ("en", "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z a Act "),
        ("ru", "Федерального закона "),
        ("ru", "частью первой и второй "),
        ("ru", "Кодекса о правонарушениях «О "),
        ("zh", "第\n"),
        ("zh", "《第一条\n"),
        ("en", "1\n"),
        ("en", "s. 1 Act\n"),
        ("en", "s. 1 The\n"),
        ("en", "The (\n"),
        ("ru", "ст. 1\n"),
        ("ru", "пункт\n"),
    ],
)
def test_text_made_to_be_slow_is_read_in_time(language: str, piece: str) -> None:
    text = piece * (SIZE // len(piece)) + " статьи 1 Article 1 第一条"

    with within(2):
        find(text, language)
