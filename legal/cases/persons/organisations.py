"""By which words an organisation is told from a person."""

import re
from typing import Final

import rjieba

WORDS: Final = (
    "公司|集团|集團|银行|銀行|支行|分行|商行|车行|中心|政府|机关|機關|大学|大學|学院|学校|學校|中学|小学|幼儿园|医院|醫院"
    "|诊所|企业|企業|商场|超市|商店|书店|酒店|饭店|宾馆|工厂|工廠|法院|检察院|公安|协会|協會|学会|商会|工会|联合会|基金会"
    "|合作社|信用社|联社|报社|旅行社|出版社|事务所|研究所|研究院|设计院|委员会|委員會|管委会|理事会|办事处|办公室|管理处"
    "|共和国|联盟|机构|機構|工作室|经营部|门市部|俱乐部|农场|林场|牧场|平台|网站|小组|影楼|救助局|合伙|组织"
)
ANYWHERE: Final = re.compile(WORDS)
# Words of which a name may be made too, but hardly one with four characters or more.
AT_END: Final = re.compile(r"[厂廠店局院行部会會社所站队隊校区區县縣市省村镇鎮乡鄉街委办处處署厅廳馆館台场園园州国國]$")
ALWAYS_AT_END: Final = re.compile(r"[局厅廳署市县縣省区區镇鎮乡鄉厂廠]$")
MONEY: Final = re.compile(r"保险|保險|金融|证券|信托|仲裁|基金")
# Companies and banks that are part of what a case is about: 公司决议纠纷, 银行卡纠纷.
OF_THE_CAUSE: Final = re.compile(
    r"(?:损害)?公司(?:决议|盈余|证照|设立|解散|合并|分立|增资|减资|关联|清算|利益|债权|债券|章程|有关)|银行(?:卡|结算)"
    r"|企业(?:借贷|承包|租赁|出售|破产|兼并)|合伙(?:协议|合同|企业纠纷)|经济组织成员|网络服务平台"
)
SEGMENT: Final = re.compile(rf"(?:{WORDS})$|^(?:.{{0,5}}[厂店局院厅馆]|[部社所村处]|.{{2,5}}[部所处村社]|.*人民政府)$")
# What a person's name in front of the word can be as long as.
SHORTEST_NAME: Final = 2
NAME_LENGTH: Final = 3

FORMS: Final = (
    r"Ltd|Limited|LLC|L\.L\.C|LLP|LP|Inc|Incorporated|Corp|Corporation|Co|Company|PLC|plc|GmbH|AG|KG|SE|SA|S\.A|S\.à"
    r"|SARL|Sarl|SpA|S\.p\.A|S\.R\.L|Srl|SRL|BV|B\.V|NV|N\.V|AS|A/S|ASA|AB|Oy|Oyj|ApS|Pte|Pty|Bhd|Sdn|S\.L|K\.K"
    r"|E\.N\.E|Aktiengesellschaft|MChJ|LTD|LIMITED|INC|CORP|COMPANY"
)
BEFORE: Final = (
    r"ООО|ОАО|ЗАО|ПАО|АО|ТОО|НАО|ГУП|МУП|ФГУП|ГП|КФХ|СПК|ТСЖ|НКО|ОсОО|МЧЖ|ДП|СП|ГУ|ГКУ|ГБУ|ФБУ|ФГБУ|УФНС|ИФНС|ФНС"
    r"|ФАС|OOO|OAO|ZAO|PAO|JSC|OJSC|CJSC|PJSC|TOO"
)
LETTERS: Final = re.compile(rf"(?<![\w.])(?:{FORMS}|{BEFORE})(?![\w])")
KINDS: Final = re.compile(
    r"\b(?:group|holdings?|bank|fund|foundation|association|society|institute|university|college|school|hospital"
    r"|ministry|government|republic|kingdom|commission|committee|council|bureau|office|agency|authority|department"
    r"|union|federation|branch|industr(?:y|ies)|enterprises?|partners|partnership|brothers|sons|shipping|trading"
    r"|technolog(?:y|ies)|insurance|investments?|services|systems|engineering|construction|international|logistics"
    r"|airlines|products|customs|inspectorate|organi[sz]ation|cooperative|hotel|factory|centre|center|embassy"
    r"|municipality|railways?|clinic|pharmacy|cinema|people's|ministers?)\b"
    r"|обществ|компани|банк|филиал|министерств|министр|правительств|республик|комисси|комитет|управлени|учреждени|предприяти"
    r"|кооператив|товариществ|\bфонд|\bсоюз|ассоциац|инспекц|служб|администрац|департамент|агентств|\bбюро|\bсуд\b"
    r"|прокуратур|университет|институт|\bшкол|больниц|завод|фабрик|комбинат|корпорац|\bгрупп|холдинг|хозяйств"
    r"|партнерств|\bцентр|таможн|акимат|хокимият|федераци|организаци|объединени|государств|королевств|биржа|\bпалат",
    re.IGNORECASE,
)
QUOTED: Final = re.compile(r"^[\w\s]{0,30}[«“\"][^»”\"]+[»”\"]")
UPPER: Final = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢİĪĶĹĽŁŃŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽА-ЯЁӘҚҒҰҮӨҺІҢЎҲҶӢӮЄЇ"
# In a sentence: Green Energy Ltd, ООО «Иванов», АО Иванов.
IN_SENTENCE: Final = re.compile(
    rf"(?<!\w)(?:[{UPPER}][\w&.'’-]{{0,40}},? (?:of |& )?){{1,7}}(?:{FORMS})(?!\w)"
    rf"|(?<!\w)(?:{BEFORE})\s*(?:[«“\"][^»”\"\n]{{1,80}}[»”\"]|[{UPPER}][\w-]{{1,40}})"
)


def is_word(text: str) -> bool:
    """Whether Chinese characters are a word of the dictionary that is no name of a person."""
    tagged = rjieba.tag(text, hmm=False)
    return len(tagged) == 1 and not tagged[0][1].startswith("nr")


def is_organisation(entry: str) -> bool:
    """Whether words say of themselves that they name an organisation."""
    if ANYWHERE.search(entry) or ALWAYS_AT_END.search(entry):
        return True
    if len(entry) > NAME_LENGTH:
        return bool(AT_END.search(entry) or MONEY.search(entry) or _in_letters(entry))
    return bool(AT_END.search(entry) and is_word(entry)) or bool(MONEY.search(entry)) or _in_letters(entry)


def leads(piece: str) -> bool:
    """Whether an organisation stands at the beginning of words that go on with what a case is about."""
    place = 0
    for segment in rjieba.cut(OF_THE_CAUSE.sub("，", piece), hmm=False):
        place += len(segment)
        if place > NAME_LENGTH and SEGMENT.search(segment):
            return True
    return False


def _in_letters(entry: str) -> bool:
    return bool(LETTERS.search(entry) or KINDS.search(entry) or QUOTED.search(entry))
