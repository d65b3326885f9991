"""What is known of a law itself."""

import datetime
from pathlib import Path

import pytest

from legal.laws.importing import Outcome
from legal.laws.models import Law, LawName
from tests.factories import TopicFactory
from tests.legal.laws.importing.trees import articles, english, imported, law_folder, national

TITLE = "中华人民共和国水法"
TEXT = {"2020-01-01.zh.md": articles(TITLE, "一般规定。", "附则。")}
pytestmark = pytest.mark.django_db


def test_national_file_fills_blanks_and_erases_nothing(tmp_path: Path) -> None:
    folder = law_folder(tmp_path / "a", TEXT, title={"zh": TITLE, "en": "Water Law"}, statuses={"zh": "digest"})
    with (folder / "law.toml").open("a") as file:
        file.write('[summary]\nen = "On water."\n[authority]\nen = "NPC"\n')
    national(
        tmp_path / "b" / "法",
        "水法",
        dates="2019年8月26日 通过\n\n2020年1月1日 施行",
        body="第一条 一。\n\n第二条 附则。",
    )

    imported(tmp_path / "a")
    imported(tmp_path / "b")

    law = Law.objects.get()
    assert (law.title_en, law.summary_en, law.authority_en) == ("Water Law", "On water.", "NPC")
    assert law.adopted == datetime.date(2019, 8, 26)
    assert law.title_key_zh_hans
    assert law.languages == ["zh"]


def test_control_characters_are_left_out_of_facts(tmp_path: Path) -> None:
    law_folder(tmp_path, TEXT, title={"zh": TITLE, "en": "Water\\u000b Law"})

    imported(tmp_path)

    assert Law.objects.get().title_en == "Water Law"


def test_own_folder_corrects_facts_and_leaves_what_it_does_not_say(tmp_path: Path) -> None:
    law_folder(tmp_path, TEXT, number='"旧号"', source='"https://example.org"')
    imported(tmp_path)
    law_folder(tmp_path, TEXT, number='"新号"', kind='"code"')

    imported(tmp_path)

    law = Law.objects.get()
    assert (law.number, law.kind, law.source) == ("新号", "code", "https://example.org")


def test_another_folder_of_the_law_only_fills_blanks(tmp_path: Path) -> None:
    law_folder(tmp_path, TEXT, name="cn-a", number='"号"')
    law_folder(tmp_path, TEXT, name="cn-b", number='"他号"', kind='"code"', source='"https://example.org"')

    imported(tmp_path)

    law = Law.objects.get()
    assert (law.number, law.kind, law.source, law.folder) == ("号", "law", "https://example.org", "cn-a")


def test_folder_of_digests_does_not_speak_for_a_law_whose_text_is_held(tmp_path: Path) -> None:
    law_folder(tmp_path / "o", TEXT, number='"号"', original_language='"zh"')
    digest = {"2020-01-01.en.md": english("Water Law", "On water.")}
    folder = law_folder(tmp_path / "d", digest, statuses={"en": "digest"}, number='"他号"', original_language='"en"')
    with (folder / "law.toml").open("a") as file:
        file.write('[summary]\nen = "On water."\n')

    for tree in "odo":
        imported(tmp_path / tree)

    law = Law.objects.get()
    assert (law.number, law.original_language, law.summary_en) == ("号", "zh", "On water.")


def test_topics_follow_the_own_folder_and_are_never_emptied(tmp_path: Path) -> None:
    TopicFactory(slug="contract")
    law_folder(tmp_path, TEXT, topics='["contract"]')
    imported(tmp_path)
    before = Law.objects.get().changed_at
    law_folder(tmp_path, TEXT, topics='["customs"]')
    imported(tmp_path)
    law_folder(tmp_path, TEXT, topics="[]")

    imported(tmp_path)

    law = Law.objects.get()
    assert list(law.topics.values_list("slug", flat=True)) == ["customs"]
    assert law.changed_at > before


def test_later_edition_alone_does_not_move_the_first_day_in_force(tmp_path: Path) -> None:
    law_folder(tmp_path, TEXT)
    imported(tmp_path)
    law_folder(tmp_path / "b", {"2024-01-01.zh.md": TEXT["2020-01-01.zh.md"]})

    imported(tmp_path / "b")

    assert Law.objects.get().in_force == datetime.date(2020, 1, 1)


def test_longest_title_keeps_a_sorting_key_that_fits(tmp_path: Path) -> None:
    law_folder(tmp_path, TEXT, title={"zh": "庄" * 500})

    report = imported(tmp_path)

    assert not report.rejections
    assert len(Law.objects.get().title_key_zh_hans or "") == 600


@pytest.mark.parametrize(
    ("key", "value", "reason"),
    [
        ("unit", '"verse"', "“verse” is no unit of articles; write article or section."),
        ("edition", "3", "“[edition]” must hold a table for each edition."),
        ("edition", "{x = 3}", "“[edition]” must hold a table for each edition."),
    ],
)
def test_wrong_word_of_the_record_is_rejected(tmp_path: Path, key: str, value: str, reason: str) -> None:
    law_folder(tmp_path, TEXT, **{key: value})

    report = imported(tmp_path)

    assert [rejection.reason for rejection in report.rejections] == [reason]


def test_day_of_adoption_one_midnight_earlier_makes_no_second_edition(tmp_path: Path) -> None:
    law_folder(tmp_path / "a", TEXT, adopted="2019-03-15", in_force="2020-01-01")
    law_folder(tmp_path / "b", TEXT, adopted="2019-03-14", in_force="2020-01-01")
    imported(tmp_path / "a")
    imported(tmp_path / "b")

    law = Law.objects.get()
    assert [law.adopted, *law.editions.values_list("adopted", flat=True)] == [datetime.date(2019, 3, 15)] * 2
    assert imported(tmp_path / "b").laws.count(Outcome.UNCHANGED) == 1


def test_treaty_is_known_by_what_it_is_commonly_called(tmp_path: Path) -> None:
    title = "United Nations Convention on the Carriage of Goods by Sea 1978"
    law_folder(tmp_path, TEXT, title={"en": title})
    imported(tmp_path)

    names = set(LawName.objects.values_list("name", flat=True))

    assert {title, "Hamburg Rules", "Гамбургские правила", "汉堡规则"} <= names
