"""What is exported and imported again is the same."""

import datetime
import shutil
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as trials
from hypothesis import strategies as st

from legal.laws.exporting import export_laws
from legal.laws.importing import Outcome
from legal.laws.kinds import ProvisionKind, TextStatus
from legal.laws.models import Law, LawName, ProvisionText
from legal.laws.wording import wording
from tests.factories import (
    EditionFactory,
    JurisdictionFactory,
    LawFactory,
    ProvisionFactory,
    ProvisionTextFactory,
    RegionFactory,
    TopicFactory,
)
from tests.legal.laws.exporting.contents import contents
from tests.legal.laws.importing.trees import articles, english, imported, law_folder

pytestmark = pytest.mark.django_db


def round_trip(path: Path) -> None:
    """Export all, forget all, import: everything is there again, and a second import finds nothing to do."""
    before = contents()
    assert export_laws(Law.objects.all(), path) == len(before)

    unchanged = imported(path)
    Law.objects.all().delete()
    report = imported(path)

    assert not report.rejections
    assert contents() == before
    assert unchanged.laws.count(Outcome.UNCHANGED) == len(before)
    assert report.laws.count(Outcome.CREATED) == len(before)


# Any words PostgreSQL can keep, with what a text file or TOML could stumble over.
PIECES = st.sampled_from(["#", '"', "\\", "第一条 ", "Article 1 ", "\n", "\r", "\u2028", "|", "\ufeff", "\x7f", " "])
LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
WORDS = st.lists(st.one_of(LETTERS, PIECES), max_size=8).map("".join)
LINE = st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=12)


@st.composite
def texts(draw: st.DrawFn) -> dict[str, str]:
    heading, body = draw(WORDS), draw(WORDS)
    return {
        "label": draw(WORDS),
        "heading": heading,
        "body": body,
        "status": draw(st.sampled_from(TextStatus.values)),
        "source": draw(st.sampled_from(["", "https://example.org/a,b"])),
        "wording": wording(heading, body),
    }


@st.composite
def editions(draw: st.DrawFn) -> dict[str, object]:
    """Places of any kind under any earlier one, each with texts in some languages."""
    kinds = draw(st.lists(st.sampled_from(ProvisionKind.values), min_size=1, max_size=6))
    return {
        "in_force": draw(st.one_of(st.none(), st.dates())),
        "adopted": draw(st.one_of(st.none(), st.dates())),
        "amended_by": draw(LINE),
        "places": [
            {
                "kind": kind,
                "parent": draw(st.integers(0, index - 1)) if index and draw(st.booleans()) else None,
                "depth": draw(st.integers(0, 6)),
                "repeated": draw(st.booleans()),
                "texts": draw(st.dictionaries(st.sampled_from(["zh", "en", "kk"]), texts(), min_size=1)),
            }
            for index, kind in enumerate(kinds)
        ],
    }


def make(law: Law, told: dict[str, object], slug: str) -> None:
    places = told.pop("places")
    assert isinstance(places, list)
    edition = EditionFactory(law=law, slug=slug, in_force_source="clause" if told["in_force"] else "", **told)
    made: list[object] = []
    for index, place in enumerate(places):
        spoken, parent = place.pop("texts"), place.pop("parent")
        above = made[parent] if parent is not None else None
        made.append(
            ProvisionFactory(
                edition=edition, parent=above, path=f"x/y-{index}", position=index, number=str(index), **place
            )
        )
        for language, text in spoken.items():
            original = spoken.get(law.original_language)
            based = language != law.original_language and text["status"] != "digest" and original is not None
            based_on = original["wording"] if based and original["status"] != "digest" else ""
            ProvisionTextFactory(provision=made[-1], language=language, based_on=based_on, **text)


def note_languages(law: Law) -> None:
    spoken = ProvisionText.objects.filter(provision__edition__law=law).values_list("language", flat=True)
    Law.objects.filter(pk=law.pk).update(languages=sorted(set(spoken)))


@pytest.mark.slow
@trials(
    max_examples=25,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(told=editions(), title=LINE, summary=LINE, repealed=st.one_of(st.none(), st.dates()))
def test_any_law_comes_back(
    tmp_path: Path, told: dict[str, object], title: str, summary: str, repealed: datetime.date | None
) -> None:
    Law.objects.all().delete()
    shutil.rmtree(tmp_path / "out", ignore_errors=True)
    law = LawFactory(
        region=RegionFactory(),
        title_zh_hans=f"法{title}",
        title_en="",
        title_ru="",
        summary_ru=summary,
        repealed=repealed,
        number=title,
        topics=[TopicFactory()],
        named=[f"名{summary}"],
    )
    make(law, told, "undated")
    law.editions.update(until=repealed)
    note_languages(law)

    round_trip(tmp_path / "out")


def test_editions_of_one_day_keep_their_addresses(tmp_path: Path) -> None:
    day = datetime.date(2020, 1, 1)
    law = LawFactory()
    for slug in ("2020-01-01", "2020-01-01-2"):
        place = ProvisionFactory(
            position=0, edition=EditionFactory(law=law, slug=slug, in_force=day, in_force_source="header", until=None)
        )
        ProvisionTextFactory(provision=place, body=slug)
    law.editions.filter(slug="2020-01-01").update(until=day)
    note_languages(law)

    round_trip(tmp_path / "out")


def test_texts_that_came_along_are_found_again_and_not_written(tmp_path: Path) -> None:
    tree = {
        "2018-01-01.zh.md": articles("水法", "水归国家所有，由国务院行使。", "附则一条。"),
        "2018-01-01.en.md": english("Water Law", "Water is owned.", "Final."),
        "2020-01-01.zh.md": articles("水法", "水归国家所有，由国务院行使。", "附则二条。"),
    }
    law_folder(tmp_path / "in", tree, statuses={"zh": "official", "en": "translation"})
    imported(tmp_path / "in")

    round_trip(tmp_path / "out")

    assert not (tmp_path / "out" / "cn-water-law" / "2020-01-01.en.md").exists()
    assert not list((tmp_path / "out").rglob("*.json"))


def test_digest_articles_inside_an_official_text_come_back(tmp_path: Path) -> None:
    law_folder(tmp_path / "a", {"2020-01-01.zh.md": articles("水法", "一。", "", "三。")}, statuses={"zh": "digest"})
    law_folder(tmp_path / "b", {"2020-01-01.zh.md": articles("水法", "原一。", "原二。")}, title={"zh": "水法"})
    imported(tmp_path / "a")
    imported(tmp_path / "b")

    round_trip(tmp_path / "out")


def test_original_corrected_since_its_translation_comes_back_stale(tmp_path: Path) -> None:
    tree = {"2018-01-01.zh.md": articles("水法", "一。"), "2018-01-01.en.md": english("Water Law", "One.")}
    law_folder(tmp_path / "in", tree, statuses={"zh": "official", "en": "translation"})
    imported(tmp_path / "in")
    law_folder(
        tmp_path / "in",
        {"2018-01-01.zh.md": articles("水法", "一字。")},
        statuses={"zh": "official", "en": "translation"},
    )
    imported(tmp_path / "in")

    round_trip(tmp_path / "out")


def test_texts_changed_by_hand_after_the_export_are_rejected_until_the_places_are_deleted(tmp_path: Path) -> None:
    place = ProvisionFactory(edition=EditionFactory(law=LawFactory(folder="cn-a")), kind="note", path="x")
    ProvisionTextFactory(provision=place, body="第一条 其实是注。")
    export_laws(Law.objects.all(), tmp_path)
    (text,) = tmp_path.rglob("*.zh.md")
    (beside,) = tmp_path.rglob("*.json")
    text.write_text("# 水法\n\n第一条 改过的。\n")

    rejected = imported(tmp_path).rejections
    beside.unlink()

    assert [rejection.file for rejection in rejected] == [beside]
    assert not imported(tmp_path).rejections


@pytest.mark.parametrize("written", ["{", "[" * 100_000, "[]", '{"places": [1], "texts": {}}'])
def test_places_that_are_no_places_are_rejected(tmp_path: Path, written: str) -> None:
    place = ProvisionFactory(edition=EditionFactory(law=LawFactory(folder="cn-a")), kind="note", path="x")
    ProvisionTextFactory(provision=place, body="第一条 其实是注。")
    export_laws(Law.objects.all(), tmp_path)
    (beside,) = tmp_path.rglob("*.json")
    beside.write_text(written)

    assert [rejection.file for rejection in imported(tmp_path).rejections] == [beside]


def test_folder_name_of_two_jurisdictions_is_written_twice(tmp_path: Path) -> None:
    for code in ("cn", "kz"):
        law = LawFactory(folder="water", slug="water", jurisdiction__code=code)
        ProvisionTextFactory(provision__edition__law=law)

    export_laws(Law.objects.all(), tmp_path)
    export_laws(Law.objects.all(), tmp_path)

    assert sorted(folder.name for folder in tmp_path.iterdir()) == ["kz-water", "water"]
    assert LawName.objects.count() == 6


def test_law_that_a_reader_would_refuse_is_written_all_the_same(tmp_path: Path) -> None:
    law = LawFactory(title_zh_hans="", title_en="", title_ru="")
    ProvisionTextFactory(provision__edition__law=law)

    export_laws(Law.objects.all(), tmp_path)

    assert len(list(tmp_path.rglob("*.json"))) == 1


@pytest.mark.parametrize("order", [("un-cisg", "int-cisg-1980"), ("int-cisg-1980", "un-cisg")])
def test_treaty_of_two_collections_comes_back(tmp_path: Path, order: tuple[str, str]) -> None:
    for code in ("un", "int"):
        JurisdictionFactory(code=code, kind="organisation")
    statuses = {"un-cisg": {"zh": "digest", "en": "digest"}, "int-cisg-1980": {"en": "official"}}
    treaty = {"kind": '"treaty"', "original_language": '"en"', "adopted": "1980-04-11"}
    for name in order:
        words = {
            "zh": articles("销售合同公约", "范围。", "宗旨。"),
            "en": english("Sales Convention", f"Scope ({name})."),
        }
        files = {f"1988-01-01.{language}.md": words[language] for language in statuses[name]}
        title = {"zh": "销售合同公约", "en": "Sales Convention"}
        imported(law_folder(tmp_path / "in", files, name=name, title=title, statuses=statuses[name], **treaty))

    round_trip(tmp_path / "out")

    law = Law.objects.get()
    assert law.folder == order[0]
    assert set(ProvisionText.objects.values_list("language", "status")) == {("zh", "digest"), ("en", "official")}


@pytest.mark.slow
def test_sample_laws_come_back(tmp_path: Path) -> None:
    imported(settings.BASE_DIR / "demo" / "laws")

    round_trip(tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize(
    "part",
    [
        "laws/pk-sale-of-goods-act-1930",
        "cn-national/刑法",
        "cn-national/民法典",
        "cn-national/部门规章",
        "laws/un-udhr-1948",
    ],
)
def test_official_texts_come_back(tmp_path: Path, corpus: Path, part: str) -> None:
    imported(corpus / part)

    round_trip(tmp_path)
