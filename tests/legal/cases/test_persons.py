"""Natural persons named as parties are told by initials; companies stay as published."""

import json
from pathlib import Path

import pytest

from legal.cases.importing.anonymising import anonymous
from legal.cases.parsing.records import ParsedCase
from legal.cases.parsing.tree import read_cases
from legal.cases.persons import Persons, Replaced, named
from tests.bench.measuring import within

DEMO = Path(__file__).resolve().parents[3] / "demo" / "cases"


def told(title: str = "", parties: str = "", text: str = "") -> dict[str, str]:
    return read(title, parties, text).told


def read(title: str = "", parties: str = "", text: str = "") -> Persons:
    found = named(title, [parties], [text])
    persons = Persons()
    persons.add(found.persons)
    persons.keep(found.organisations)
    return persons


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
        ("原告：张莉；被告：某公司", {"张莉": "张某"}),
        ("张莉、李强", {"张莉": "张某", "李强": "李某"}),
        ("张莉和李强、某店", {"张莉": "张某", "李强": "李某"}),
        ("张莉，女", {"张莉": "张某"}),
        ("原告张莉，女，1980年3月生，汉族，住喀什市", {"张莉": "张某"}),
        ("张 莉", {"张莉": "张某"}),
        ("張莉", {"張莉": "張某"}),
        ("李辛夷", {"李辛夷": "李某"}),
        ("王书会", {"王书会": "王某"}),
        ("蔺相如", {"蔺相如": "蔺某"}),
        ("艾力·吐尔逊", {"艾力·吐尔逊": "艾某"}),
        ("古丽•买买提；艾力・吐尔逊", {"古丽•买买提": "古某", "艾力・吐尔逊": "艾某"}),
        ("安定区住房和城乡建设局", {}),
        ("司法部", {}),
        ("约翰·迪尔公司", {}),
        ("Иван Иванович Петров", {"Иван Иванович Петров": "И. И. П."}),
        ("ИВАНОВ ИВАН ИВАНОВИЧ", {"ИВАНОВ ИВАН ИВАНОВИЧ": "И. И. И."}),
        ("Мамедов Али Гасан оглы", {"Мамедов Али Гасан оглы": "М. А. Г."}),
        ("Нұрлан Серікұлы Ахметов", {"Нұрлан Серікұлы Ахметов": "Н. С. А."}),
        ("г-жа Әсел Қайратқызы", {"Әсел Қайратқызы": "Ә. Қ."}),
        ("Karimov Aziz Baxtiyor o'g'li", {"Karimov Aziz Baxtiyor o'g'li": "K. A. B."}),
        ("Dilnoza Karimova qizi", {"Dilnoza Karimova qizi": "D. K."}),
        ("MR JOHN SMITH", {"JOHN SMITH": "J. S."}),
        ("Mr J. Smith", {"J. Smith": "J. S."}),
        ("Mr J.P. Smith", {"J.P. Smith": "J. S."}),
        ("Айгуль Асан кызы", {"Айгуль Асан кызы": "А. А."}),
        ("Claimant: John Smith; Respondent: Green Energy Ltd", {"John Smith": "J. S."}),
        ("гражданин РК Иванов Иван", {"Иванов Иван": "И. И."}),
        ("гражданин Республики Беларусь", {}),
        ("Mr Justice Teare", {}),
        ("Иванов И. И.", {}),
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
        *(
            (f"张莉诉李强{cause}纠纷案", ["张莉", "李强"])
            for cause in ("股权转让", "物权确认", "建设工程", "加工", "公司决议")
        ),
        ("张莉与李强离婚纠纷一审民事判决书", ["张莉", "李强"]),
        ("王志才故意杀人案", ["王志才"]),
        ("艾力·吐尔逊诉古丽·买买提离婚纠纷案", ["艾力·吐尔逊", "古丽·买买提"]),
        ("艾力·吐尔逊故意伤害案", ["艾力·吐尔逊"]),
        ("某公司与艾力·吐尔逊合同纠纷案", ["艾力·吐尔逊"]),
        ("李强、王五犯盗窃罪一案", ["李强", "王五"]),
        ("王五犯盗窃罪一案", ["王五"]),
        ("被告人张莉故意伤害案", ["张莉"]),
        ("罪犯张莉减刑裁定书", ["张莉"]),
        ("关于张莉申请国家赔偿一案的决定书", ["张莉"]),
        ("张莉诉李强、王芳等股东资格确认纠纷案", ["张莉", "李强", "王芳"]),
        ("欧阳明月诉司马光机动车交通事故责任纠纷案", ["欧阳明月", "司马光"]),
        ("申请人张莉申请宣告李强死亡案", ["张莉", "李强"]),
        ("张莉与某公司劳动争议仲裁裁决书", ["张莉"]),
        ("李先生诉某公司案", []),
        ("高空坠物案", []),
        ("金融借款合同纠纷案", []),
        ("凤冈县某公司诉贵州省凤冈县人民政府请求撤销协议案", []),
        ("张莉与李强" * 100 + "案", []),
        ("Mr John Smith v Green Energy Ltd", ["John Smith"]),
        ("Дело Иванова Ивана Ивановича против ООО «Иванов»", ["Иванова Ивана Ивановича"]),
    ],
)
def test_title_of_a_case_names_its_parties(title: str, names: list[str]) -> None:
    assert list(told(title)) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("原告吴小秦诉称：2012年5月10日。", []),
        ("原告：吴小秦，住喀什。", ["吴小秦"]),
        ("被告（反诉原告）：王明，住喀什。", ["王明"]),
        ("上诉人：赵云飞。", ["赵云飞"]),
        ("原告诉讼请求，被告于网站页面。", []),
        ("被告金融机构辩称。", []),
        ("申请人应选择向法院申请，被告方应在期限内提交。", []),
        ("被告尚未支付，原告申请的，被告付款的，被告施工的，被告全额支付。", []),
        ("原告万科与华润的合同，安装的，许可的，费用，高管。", []),
        ("被告人付款，罪犯减刑，被害人应当，罪犯何时。", []),
        ("被告：辩称无误。原告：张某。", []),
        ("被告人张莉犯盗窃罪。", ["张莉"]),
        ("罪犯张莉，男，1980年生。", ["张莉"]),
        ("被害人李强的陈述。", ["李强"]),
        ("原告张莉，女，汉族。", ["张莉"]),
        ("艾力·吐尔逊提出上诉。", ["艾力·吐尔逊"]),
        ("约翰·迪尔公司诉称。", []),
        ("证人约翰·史密斯称。", ["约翰·史密斯"]),
        ("Mr John Smith appealed.", ["John Smith"]),
        ("Sold by Mr Smith Ltd. Mrs Ann Lee-Smith said so.", ["Ann Lee-Smith"]),
        ("原告：张莉称。", ["张莉"]),
        ("Взыскать с Иванова Ивана Ивановича.", ["Иванова Ивана Ивановича"]),
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


def test_surname_alone_is_told_in_its_cases_but_not_within_an_organisation() -> None:
    persons = read(parties="Иванов Иван Иванович; ООО «Иванов»; Claimant: John Green; Green Energy Ltd")

    assert persons.shortened("Иванов обратился; Иванову отказано, а Ивану Ивановичу Иванову и ООО «Иванов» нет.") == (
        "И. обратился; И. отказано, а И. И. И. и ООО «Иванов» нет."
    )
    assert persons.shortened("Green sued Green Energy Ltd, as did JOHN GREEN and Greenland; «Иванов» won.") == (
        "G. sued Green Energy Ltd, as did J. G. and Greenland; «Иванов» won."
    )


def test_name_with_a_dot_is_known_by_any_dot_and_by_its_first_part() -> None:
    persons = read(parties="艾力·吐尔逊")

    assert persons.shortened("艾力•吐尔逊诉称，艾力受伤，艾力克住喀什。") == "艾某诉称，艾某受伤，艾力克住喀什。"


@pytest.mark.parametrize(
    ("party", "text", "shortened"),
    [
        ("Мамедов Али Гасан оглы", "Мамедов Али Гасан оглы и Мамедову", "М. А. Г. и М."),
        ("Нұрлан Серікұлы Ахметов", "Ахметовтың талабы.", "А. талабы."),
        ("Иван Иванович", "Иван Иванович и Иванов.", "И. И. и Иванов."),
        ("Karimov Aziz Baxtiyor o'g'li", "Karimov va Aziz.", "K. va Aziz."),
        ("гражданин РК Ли Цян", "Цян и Ли Цяна", "Ц. и Л. Ц."),
        ("Mr Smith", "Smith and Smithson.", "S. and Smithson."),
    ],
)
def test_surname_is_known_by_its_place_and_its_ending(party: str, text: str, shortened: str) -> None:
    assert read(parties=party).shortened(text) == shortened


def test_company_called_after_a_person_stays() -> None:
    persons = Persons()
    persons.add(["John Smith", "Mr"])

    assert persons.shortened("John Smith sued John Smith Ltd.") == "J. S. sued John Smith Ltd."


def test_blank_and_short_names_replace_no_part_of_a_word() -> None:
    persons = Persons()
    persons.add([" ", "Li", "李", "-"])

    assert persons.told == {"Li": "L."}
    assert persons.shortened("Li and Green Limited 李强") == "L. and Green Limited 李强"


def test_name_in_another_case_is_one_person() -> None:
    assert told(
        text="Истец Иван Иванович Петров. Взыскать с Ивана Ивановича Петрова.", parties="Петров Иван Иванович"
    ) == {"Петров Иван Иванович": "П. И. И."}


def test_what_was_replaced_is_known() -> None:
    persons = read(parties="张莉")

    persons.shortened("原告张莉购车。")

    assert persons.replaced == [Replaced("张莉", "张某", "原告张莉购车。")]


@pytest.mark.parametrize(
    ("title", "parties", "unknown"),
    [
        ("", "John Smith; Green Energy Ltd", ["John Smith"]),
        ("", "John Green and Green Energy Ltd", ["John Green"]),
        ("", "Grain and Oil Ltd; J. S.", []),
        ("", "万科；某店", ["万科"]),
        ("", "Brentwood Industries, Inc.; Guangdong Machinery Co., Ltd.", []),
        ("", "BNA; C", []),
        ("", "ИП Петрова А. В.; Mr J. S.", []),
        ("", "Smith Trading Ltd; Mr Smith", []),
        ("", "买买提江", ["买买提江"]),
        ("John Smith v Green Energy Ltd", "", ["John Smith"]),
        ("Giant Light v Aksa Far East", "Giant Light Metal Co Ltd; Aksa Far East Pte Ltd", []),
        ("New Zealand mussels case", "", []),
        ("某公司诉万科侵权案", "", ["万科"]),
        ("劳动者与用人单位劳动争议案", "", []),
        ("用人单位诉劳动者劳动争议案", "", []),
        ("某公司诉买买提江案", "", ["买买提江"]),
        ("阿依古丽诉艾山江买卖合同纠纷案", "", ["阿依古丽"]),
        ("", "Ministry of Justice; Министр юстиции", []),
    ],
)
def test_party_that_nothing_tells_apart_is_unknown(title: str, parties: str, unknown: list[str]) -> None:
    assert named(title, [parties], []).unknown == unknown


def test_party_that_the_record_lists_is_known() -> None:
    assert named("John Smith v Vanke", ["John Smith; Vanke"], [], listed=["john smith", "Vanke"]).unknown == []


@pytest.mark.parametrize(
    ("slug", "stands"),
    [
        ("zhang-li-v-silk", True),
        ("zhangli-2019", True),
        ("smith-v-silk", True),
        ("silk-2019", False),
        ("blacksmith", False),
    ],
)
def test_name_in_an_address_is_noticed(slug: str, stands: bool) -> None:
    assert read(parties="张莉；Mr John Smith").stand_in(slug) is stands


def test_title_of_any_length_is_read_at_once() -> None:
    with within(5):
        for title in (
            "800x诉" * 200,
            "诉" * 100_000,
            "张莉与" * 10_000,
            "与" * 299 + "案",
            "A v " * 10_000,
            "A" * 100_000,
            "A" + "-" * 50_000,
        ):
            named(title, [title], [])


def test_in_published_cases_only_full_names_of_persons_are_shortened(corpus: Path) -> None:
    file = corpus / "cases" / "cn-typical-cases.jsonl"
    cases = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]

    found = {case["id"]: read(case["file_title"], text="\n".join(case["sections"].values())).told for case in cases}

    assert {key: names for key, names in found.items() if names} == {
        "cn-case-025": {"吴小秦": "吴某"},
        "cn-case-028": {"孙银山": "孙某"},
        "cn-case-031": {"张莉": "张某"},
    }


def test_parties_of_the_demonstration_stay_as_published() -> None:
    cases = [one for one in read_cases(DEMO, "cn") if isinstance(one, ParsedCase)]

    read = [(case.record, *anonymous(case)[1:]) for case in cases]
    assert [(record, persons.told, unknown) for record, persons, unknown in read if persons.told or unknown] == []
