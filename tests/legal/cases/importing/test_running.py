"""A run of the import of cases as a whole."""

from pathlib import Path

import pytest
from django.apps import apps
from django.utils import translation

from legal.cases.importing.report import summary
from legal.cases.models import Case, CaseMention, CaseProvision, CaseRelation, CaseText
from legal.laws.importing.report import Outcome
from legal.laws.kinds import TextStatus
from portal.search.models import Change
from tests.factories import CaseFactory, EditionFactory, JurisdictionFactory, LawFactory
from tests.legal.cases.samples import LINE, case_file, imported, lines_file

pytestmark = pytest.mark.django_db
DEMO = Path(__file__).resolve().parents[4] / "demo" / "cases"
TEXTS = """
[text.zh]
status = "official"
body = "依《仲裁法》第二十条。"
[text.en]
status = "translation"
body = "By Article 20."
"""


def rows() -> dict[str, list[object]]:
    """Everything an import may write."""
    models = (Case, Case.topics.through, CaseText, CaseProvision, CaseMention, CaseRelation, Change)
    return {model.__name__: list(model.objects.order_by("pk").values_list()) for model in models}


def with_texts(folder: Path, *changes: tuple[str, str]) -> Path:
    file = case_file(folder)
    text = file.read_text() + TEXTS
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text)
    return file


def test_case_is_taken_with_all_that_is_told_of_it(tmp_path: Path) -> None:
    law = LawFactory.create(slug="arbitration-law", title_zh_hans="中华人民共和国仲裁法")
    edition = EditionFactory.create(law=law)

    report = imported(with_texts(tmp_path))

    case = Case.objects.get()
    assert (case.slug, case.record, case.languages, case.number_key) == (
        "silk",
        "silk",
        ["en", "zh"],
        "2019最高法民特1号",
    )
    assert (case.title_zh_hans, case.title_en, case.title_ru, case.holding_en) == (
        "丝绸案",
        "The Silk Case",
        "",
        "It is valid.",
    )
    assert [topic.slug for topic in case.topics.all()] == ["arbitration"]
    assert list(case.applied.values_list("law", "edition", "name", "path", "stated")) == [
        (law.pk, edition.pk, "cn-arbitration-law", "article-20", True),
        (None, None, "un-cisg", "", True),
    ]
    assert [mention.text.language for mention in CaseMention.objects.all()] == ["zh"]
    assert (report.linked, report.waiting, report.succeeded) == (1, 1, True)
    assert Change.objects.filter(source="cases", key=case.pk).count() == 1


def test_persons_are_told_by_initials_in_every_word(tmp_path: Path) -> None:
    report = imported(case_file(tmp_path))

    case = Case.objects.get()
    assert (case.parties_zh_hans, case.facts_zh_hans) == ("丝绸有限公司；张某", "张某拒付货款。")
    assert report.persons == 1


def test_second_run_changes_nothing(tmp_path: Path) -> None:
    with_texts(tmp_path)
    lines_file(tmp_path, LINE)
    imported(tmp_path)
    before = rows()

    report = imported(tmp_path)

    assert rows() == before
    assert report.cases.count(Outcome.UNCHANGED) == 2
    assert report.texts.count(Outcome.UNCHANGED) == 3


def test_dry_run_writes_nothing_and_tells_what_it_would(tmp_path: Path) -> None:
    report = imported(with_texts(tmp_path), dry_run=True)

    assert (Case.objects.count(), Change.objects.count()) == (0, 0)
    assert report.cases.count(Outcome.CREATED) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("It is valid.", "It is void."),
        ('topics = ["arbitration"]', 'topics = ["insurance"]'),
        ('article = "20"', 'article = "21"'),
        ("By Article 20.", "Under Article 20."),
        ('[text.en]\nstatus = "translation"\nbody = "By Article 20."\n', ""),
        ("cites = [", 'relations = [{ kind = "follows", case = "cn-first" }]\ncites = ['),
    ],
)
def test_whatever_changed_in_the_file_changes_the_case(tmp_path: Path, old: str, new: str) -> None:
    imported(with_texts(tmp_path))
    before = Case.objects.get().changed_at

    report = imported(with_texts(tmp_path, (old, new)))

    assert report.cases.count(Outcome.CHANGED) == 1
    assert Case.objects.get().changed_at > before


def test_translation_is_stale_when_the_original_changes_and_fresh_when_it_follows(tmp_path: Path) -> None:
    def stale() -> bool:
        texts = {text.language: text for text in CaseText.objects.all()}
        return texts["en"].is_stale_beside(texts["zh"])

    told = []
    for changes in (
        [],
        [("依《仲裁法》", "依照《仲裁法》")],
        [("依《仲裁法》", "依照《仲裁法》"), ("By Article", "Under Article")],
    ):
        imported(with_texts(tmp_path, *changes))
        told.append(stale())

    assert told == [False, True, False]


def test_digest_translates_no_wording(tmp_path: Path) -> None:
    imported(with_texts(tmp_path))

    imported(with_texts(tmp_path, ('status = "translation"', 'status = "digest"')))

    text = CaseText.objects.get(language="en")
    assert (text.status, text.based_on) == (TextStatus.DIGEST, "")


def test_case_by_hand_of_the_same_slug_becomes_that_of_the_record(tmp_path: Path) -> None:
    held = CaseFactory.create(slug="silk", record="")

    imported(case_file(tmp_path))

    assert Case.objects.get().pk == held.pk


def test_slug_is_made_of_number_or_record_and_never_of_the_title(tmp_path: Path) -> None:
    numbered = LINE | {"id": "cn-case-2", "number": "(2019)最高法民特1号", "decided": "2019-09-18"}
    imported(lines_file(tmp_path, LINE, numbered, numbered | {"id": "cn-case-3"}, LINE | {"id": "loan"}))
    imported(lines_file(tmp_path, LINE | {"file_title": "某公司与某店合同案"}))

    assert list(Case.objects.order_by("pk").values_list("slug", "title_zh_hans")) == [
        ("cn-case-1", "某公司与某店合同案"),
        ("2019-zui-gao-fa-min-te-1-hao", "张某诉某公司买卖合同纠纷案"),
        ("2019-zui-gao-fa-min-te-1-hao-2", "张某诉某公司买卖合同纠纷案"),
        ("case", "张某诉某公司买卖合同纠纷案"),
    ]


@pytest.mark.parametrize("record", ["zhang-li-2019", "张莉诉某公司-1"])
def test_case_that_would_be_addressed_by_a_name_is_refused(tmp_path: Path, record: str) -> None:
    report = imported(lines_file(tmp_path, LINE | {"id": record}))

    assert [one.reason for one in report.rejections] == [
        f"“{record}” names a person and would stand in the address: call the case otherwise."
    ]


def test_slug_of_toml_that_names_a_person_is_refused(tmp_path: Path) -> None:
    report = imported(case_file(tmp_path, "zhang-li-v-silk"))

    assert [one.file.name for one in report.rejections] == ["zhang-li-v-silk.toml"]


UNKNOWN = (
    "Nothing tells whether “John Smith” is a person or an organisation: name it in “persons” or in “organisations” of"
    " the case, then import it again."
)


@pytest.mark.parametrize(
    ("listed", "reasons", "parties"),
    [
        ("", [UNKNOWN], []),
        ('persons = ["John Smith"]', [], ["J. S.; Silk Ltd"]),
        ('organisations = ["John Smith"]', [], ["John Smith; Silk Ltd"]),
    ],
)
def test_party_that_nothing_tells_apart_is_taken_once_it_is_listed(
    tmp_path: Path, listed: str, reasons: list[str], parties: list[str]
) -> None:
    file = case_file(tmp_path, "silk", ("[parties]", '[parties]\nen = "John Smith; Silk Ltd"'))
    file.write_text(f"{listed}\n{file.read_text()}")

    report = imported(file)

    assert [one.reason for one in report.rejections] == reasons
    assert list(Case.objects.values_list("parties_en", flat=True)) == parties


def test_line_of_json_is_told_like_toml(tmp_path: Path) -> None:
    told = {
        "parties": "John Smith; Vanke", "persons": ["John Smith"], "organisations": ["Vanke"], "lang": "en",
        "title": "Smith v Vanke", "file_title": "", "facts": "Smith bought.", "holding": {"ru": "Отказано."},
        "court": "Court of John Smith", "number": "Smith 1", "source": "Reports of John Smith", "info": [],
        "cites": [{"law": "cn-arbitration-law", "article": "20"}],
        "relations": [{"kind": "follows", "case": "John Smith v Silk"}],
    }  # fmt: skip

    report = imported(lines_file(tmp_path, LINE | told))

    case = Case.objects.get()
    assert report.rejections == []
    assert (case.title_en, case.parties_en, case.facts_en, case.holding_ru) == (
        "S. v Vanke", "J. S.; Vanke", "S. bought.", "Отказано.",
    )  # fmt: skip
    assert (case.court_en, case.number, case.source) == ("Court of J. S.", "S. 1", "Reports of J. S.")
    assert list(case.applied.values_list("path", flat=True)) == ["article-20"]
    assert list(case.relations.values_list("name", flat=True)) == ["J. S. v Silk"]


@pytest.mark.parametrize("article", ["一" * 5000, "1" * 300])
def test_number_that_is_none_refuses_its_case_alone(tmp_path: Path, article: str) -> None:
    case_file(tmp_path, "bad", ('article = "20"', f'article = "{article}"'))
    case_file(tmp_path, "good")

    report = imported(tmp_path)

    assert [one.file.name for one in report.rejections] == ["bad.toml"]
    assert [case.slug for case in Case.objects.all()] == ["good"]


def test_control_characters_are_left_out(tmp_path: Path) -> None:
    imported(case_file(tmp_path, "silk", ("The Silk Case", "The\\u000b Silk\\u0000 Case")))

    assert Case.objects.get().title_en == "The Silk Case"


def test_dry_run_lists_each_name_that_was_replaced(tmp_path: Path) -> None:
    report = imported(case_file(tmp_path), dry_run=True)

    lines = [line for line in summary(report, dry_run=True) if "told as" in line]

    assert lines == [
        f"{tmp_path / 'silk.toml'}:1: “张莉” is told as “张某”: … 丝绸有限公司；张莉 …",
        f"{tmp_path / 'silk.toml'}:1: “张莉” is told as “张某”: … 张莉拒付货款。 …",
    ]
    assert not any("told as" in line for line in summary(report))


def test_relation_waits_for_its_case_and_is_linked_when_it_comes(tmp_path: Path) -> None:
    later = ("cites = [", 'relations = [{ kind = "follows", case = "cn-first" }]\ncites = [')
    imported(case_file(tmp_path, "silk", later))
    assert CaseRelation.objects.get().other is None

    imported(case_file(tmp_path, "first"))

    assert CaseRelation.objects.get().other == Case.objects.get(slug="first")


def test_relation_is_linked_by_record_or_docket_number_and_never_to_itself(tmp_path: Path) -> None:
    CaseFactory.create(slug="first", number="(2015)民申1号")
    CaseFactory.create(jurisdiction=JurisdictionFactory.create(code="gb"), number="[2020] UKSC 38")
    CaseFactory.create_batch(2, number="twice")
    names = ("(2015)民申1号", "[2020] UKSC 38", "cn-first", "twice", "cn-silk")
    told = "".join(f'{{ kind = "follows", case = "{name}" }},' for name in names)

    imported(case_file(tmp_path, "silk", ("cites = [", f"relations = [{told}]\ncites = [")))

    found = dict(CaseRelation.objects.values_list("name", "other__slug"))
    assert found == {"(2015)民申1号": "first", "[2020] UKSC 38": None, "cn-first": "first", "twice": None}


@pytest.mark.parametrize(("code", "held", "linked"), [("cn", 0, True), ("hk", 0, False), ("cn", 1, False)])
def test_docket_number_links_what_waited_in_its_jurisdiction_where_it_is_the_only_one(
    tmp_path: Path, code: str, held: int, linked: bool
) -> None:
    waiting = CaseFactory.create(jurisdiction=JurisdictionFactory.create(code=code))
    relation = CaseRelation.objects.create(case=waiting, kind="follows", name="(2019)最高法民特1号")
    CaseFactory.create_batch(held, number="(2019)最高法民特1号")

    imported(case_file(tmp_path))

    relation.refresh_from_db()
    assert (relation.other is not None) is linked


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (
            ('"cn"', '"atlantis"'),
            "There is no jurisdiction “atlantis”: add it in the console, then import the case again.",
        ),
        (("The Silk Case", "S" * 501), "“title [en]” is longer than 500 characters."),
    ],
)
def test_case_that_cannot_be_taken_is_named_and_the_others_are_taken(
    tmp_path: Path, change: tuple[str, str], reason: str
) -> None:
    case_file(tmp_path, "bad", change)
    case_file(tmp_path, "good")

    report = imported(tmp_path)

    (rejected,) = report.rejections
    assert [case.slug for case in Case.objects.all()] == ["good"]
    assert (rejected.file.name, rejected.line, report.succeeded) == ("bad.toml", 1, False)
    assert rejected.reason == reason


def test_record_that_comes_twice_in_a_run_is_refused(tmp_path: Path) -> None:
    report = imported(lines_file(tmp_path, LINE, LINE))

    assert [(one.line, one.reason) for one in report.rejections] == [
        (2, "Another case of this run has the same record: “cn-case-1”.")
    ]


def test_record_of_another_collection_is_refused_and_keeps_its_case(tmp_path: Path) -> None:
    imported(lines_file(tmp_path, LINE))
    imported(case_file(tmp_path))

    report = imported(
        lines_file(tmp_path, LINE | {"source": {"repo": "Bulletin"}, "title": "另案"}, LINE | {"id": "silk"}, LINE)
    )

    assert [one.reason for one in report.rejections] == [
        "“cn-case-1” is a case of another collection already: Laws. Give this one another “id”.",
        "“silk” is a case of another collection already: a file of its own. Give this one another “id”.",
    ]
    assert (report.cases.count(Outcome.UNCHANGED), Case.objects.count()) == (1, 2)


def test_unknown_topic_is_remarked_on(tmp_path: Path) -> None:
    report = imported(case_file(tmp_path, "silk", ('["arbitration"]', '["silk", "arbitration"]')))

    assert [remark.sentence for remark in report.remarks] == [
        "There is no topic “silk”: the case was taken without it."
    ]
    assert [topic.slug for topic in Case.objects.get().topics.all()] == ["arbitration"]


@pytest.mark.parametrize("language", ["zh-hans", "en", "ru"])
def test_summary_tells_what_was_done_in_each_language(tmp_path: Path, language: str) -> None:
    JurisdictionFactory.create()
    case_file(tmp_path, "silk", ('["arbitration"]', '["silk"]'))
    case_file(tmp_path, "bad", ('"supreme"', '"highest"'))
    report = imported(tmp_path, dry_run=True)

    with translation.override(language):
        lines = list(summary(report, dry_run=True))

    assert len(lines) == 10
    assert lines[-1].startswith(f"{tmp_path / 'bad.toml'}:3: ")


def test_published_cases_are_all_taken_with_their_laws_and_without_full_names(corpus: Path) -> None:
    LawFactory.create(title_zh_hans="中华人民共和国劳动法", slug="labour-law")

    report = imported(corpus / "cases" / "cn-typical-cases.jsonl")

    assert (report.cases.count(Outcome.CREATED), report.rejections, report.persons) == (52, [], 3)
    assert CaseProvision.objects.filter(law__slug="labour-law", path="article-44").count() > 1
    assert report.linked < report.waiting
    kept = repr([list(model._base_manager.values_list()) for model in apps.get_models()])
    assert "LawRefBook/Laws" in kept
    assert [name for name in ("张莉", "吴小秦", "孙银山", "zhang-li", "wu-xiao", "sun-yin") if name in kept] == []


def test_cases_of_the_demonstration_are_all_taken_as_published() -> None:
    report = imported(DEMO)

    assert (report.cases.count(Outcome.CREATED), report.rejections, report.persons) == (48, [], 0)
