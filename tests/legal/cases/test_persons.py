"""Natural persons named as parties are told by initials; companies stay as published."""

import json
from pathlib import Path

import pytest

from legal.cases.importing.anonymising import anonymous
from legal.cases.parsing.records import ParsedCase
from legal.cases.parsing.tree import read_cases
from legal.cases.persons import Persons, named

DEMO = Path(__file__).resolve().parents[3] / "demo" / "cases"


def told(title: str = "", parties: str = "", text: str = "") -> dict[str, str]:
    persons = Persons()
    persons.add(named(title, [parties], [text]))
    return persons.told


@pytest.mark.parametrize(
    ("party", "short"),
    [
        ("张莉", {"张莉": "张某"}),
        ("欧阳明（原告）", {"欧阳明": "欧阳某"}),
        ("李强；某科技公司", {"李强": "李某"}),
        ("张某", {}),
        ("张某某", {}),
        ("张甲", {}),
        ("海南丰海粮油工业有限公司", {}),
        ("王府井商场", {}),
        ("Mr John Smith", {"John Smith": "J. S."}),
        ("Smith Brothers Ltd", {}),
        ("Enka Insaat ve Sanayi AS; OOO Insurance Company Chubb", {}),
        ("Иванов Иван Иванович", {"Иванов Иван Иванович": "И. И. И."}),
        ("ИП Петрова Анна", {"Петрова Анна": "П. А."}),
        ("ООО «Страховая компания Чабб»", {}),
    ],
)
def test_party_is_told_by_initials_when_it_is_a_person(party: str, short: dict[str, str]) -> None:
    assert told(parties=party) == short


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("张莉诉北京合力华通汽车服务有限公司买卖合同纠纷案", ["张莉"]),
        ("某公司诉王小明、李强侵权责任纠纷案", ["王小明", "李强"]),
        ("常某某诉许某网络服务合同案", []),
        ("邹某与某医美机构侵权责任纠纷案", []),
        ("Enka公司诉安达保险公司案", []),
        ("某公司诉安达保险合同纠纷案", ["安达"]),
        ("海南丰海粮油工业有限公司诉中国人民财产保险股份有限公司海南省分公司海上货物运输保险合同纠纷案", []),
        ("加班费的仲裁时效应当如何认定", []),
    ],
)
def test_title_of_a_case_names_its_parties(title: str, names: list[str]) -> None:
    assert list(told(title)) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("原告吴小秦诉称：2012年5月10日。", ["吴小秦"]),
        ("被告（反诉原告）王明，住喀什。", ["王明"]),
        ("上诉人：赵云飞。", ["赵云飞"]),
        ("原告诉讼请求，被告于网站页面。", []),
        ("被告金融机构辩称。", []),
        ("申请人应选择向法院申请，被告方应在期限内提交。", []),
    ],
)
def test_text_names_persons_behind_what_they_are_in_the_case(text: str, names: list[str]) -> None:
    assert list(told(text=text)) == names


def test_two_persons_told_alike_are_told_apart_by_numbers() -> None:
    assert told(parties="张莉；张伟；李强；张敏") == {"张莉": "张某1", "张伟": "张某2", "李强": "李某", "张敏": "张某3"}


def test_name_is_shortened_wherever_it_stands() -> None:
    persons = Persons()
    persons.add(["张莉", "John Smith", "Ann Lee"])

    assert persons.shortened("张莉购车，张莉败诉。") == "张某购车，张某败诉。"
    assert persons.shortened("Smith v Jones Ltd: John Smith lost, Ann Lee won, Lee rests.") == (
        "S. v Jones Ltd: J. S. lost, A. L. won, Lee rests."
    )


def test_in_published_cases_only_full_names_of_persons_are_shortened(corpus: Path) -> None:
    file = corpus / "cases" / "cn-typical-cases.jsonl"
    cases = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]

    found = {case["id"]: told(case["file_title"], text="\n".join(case["sections"].values())) for case in cases}

    assert {key: names for key, names in found.items() if names} == {
        "cn-case-025": {"吴小秦": "吴某"},
        "cn-case-028": {"孙银山": "孙某"},
        "cn-case-031": {"张莉": "张某"},
    }


def test_parties_of_the_demonstration_stay_as_published() -> None:
    cases = [one for one in read_cases(DEMO, "cn") if isinstance(one, ParsedCase)]

    assert [(case.record, anonymous(case)[1].told) for case in cases if anonymous(case)[1].told] == []
