"""Natural persons named as parties: recognised where a case says who its parties are, and told by initials.

What is recognised, and what is not, stands in docs/cases.md; the manner of shortening follows article 9 of the rules
of the Supreme People's Court on publishing judgments on the internet (法释〔2016〕19号).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

# The surnames that nearly everybody in China has; what begins with none of them is taken for no name.
SURNAMES: Final = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
    "姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔"
    "向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单"
    "季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄"
    "窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查"
    "麻苑迟邝"
)
COMPOUND: Final = "欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|宇文|长孙|司徒|夏侯|端木"
# 张某, 张甲 and 张A are told so already.
NAME: Final = rf"(?:{COMPOUND}|[{SURNAMES}])(?![某甲乙丙丁戊己庚辛])[\u4e00-\u9fff]{{1,2}}(?!某)"
# Words that end, or make up, the name of an organisation or of what a case is about.
NO_PERSON: Final = re.compile(
    r"公司|集团|银行|[厂店局院行部会社所站队校区县市省村镇乡街委办处]$|中心|政府|机关|大学|学校|医院|企业|商场"
    r"|超市|法院|仲裁|合伙|合同|纠纷|协议|诉讼|保险|金融"
)
ROLES: Final = (
    "再审申请人|被申请执行人|申请执行人|被执行人|被上诉人|上诉人|被申请人|申请人|第三人"
    "|反诉原告|反诉被告|原审原告|原审被告|原告|被告"
)
# What follows a name in a sentence; a run of characters that none of these ends is no name.
AFTER: Final = (
    r"(?=[，,。；;：:、（()）\s]|$|诉|与|和|及|等|因|系|于|向|称|的|不服|提|辩|认|主张|请求|起诉|申请|应|在"
    r"|对|是|为|将|以|未|并|已|支付|购买|赔偿)"
)
# How what a case is about begins, right behind the name of the other side in its title.
CAUSES: Final = (
    "买卖|房屋|服务|网络|信息|合同|侵权|婚姻|离婚|继承|法定|劳动|借款|民间|承揽|财产|机动车|交通|名誉|隐私|人格"
    "|生命|健康|租赁|赠与|保险|运输|土地|农村|医疗|产品|金融|追索|捆绑|不当|债|抚养|赡养|变更|撤销|行政"
)
ENTRY: Final = re.compile(rf"({NAME})(?:[（(][^（）()]*[）)])?")
TITLE: Final = re.compile(r"(?P<first>.+?)(?:诉|与|申请执行|申请)(?P<second>.+?)(?:等)?[^、]*案")
AT_END: Final = re.compile(rf"(?:^|[、及和与])({NAME})(?=$|[、及和与]|等)")
# What follows up to the next party must name no organisation: 安达保险公司 is no 安达 with an insurance case.
OPPOSITE: Final = re.compile(
    rf"(?:^|[、及和与])({NAME})(?=[、及和与]|等|(?:{CAUSES})(?![^、及和与]*(?:公司|集团|银行|[厂店行社所]|中心|协会)))"
)
# In a sentence these surnames mostly are little words: 被告应…, 原告方….
LITTLE: Final = "应于向和时成方解项计包连单常毕"
IN_TEXT: Final = re.compile(rf"(?:{ROLES})(?:[（(][^（）()]*[）)])?[：:]?\s*(?![{LITTLE}])({NAME}){AFTER}")
# In Latin and Cyrillic letters nothing tells a person from a company but a form of address, or a patronymic.
ADDRESS: Final = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Miss|Dr)\b\.?|\bг-н|\bг-жа|\bгражданин(?:ка)?|\bИП|\bиндивидуальный предприниматель)\s+"
    r"((?:[A-ZА-ЯЁ][\w'’-]+\s?){2,4})"
)
PATRONYMIC: Final = re.compile(
    r"\b([А-ЯЁ][а-яё-]+\s+[А-ЯЁ][а-яё-]+\s+[А-ЯЁ][а-яё]+(?:вич|ич|вна|чна|оглы|кызы))(?![а-яё])"
)
PARTED: Final = re.compile(r"[；;\n]")
SHORTEST_ALONE: Final = 4


@dataclass(slots=True)
class Persons:
    """The natural persons of one case, by full name, in the order they were found, each with what is told instead."""

    told: dict[str, str] = field(default_factory=dict)

    def add(self, names: Iterable[str]) -> None:
        """Take names in; two that would be told alike are told apart by a number."""
        for name in names:
            if name not in self.told:
                short = initials(name)
                same = sum(told.rstrip("0123456789") == short for told in self.told.values())
                if same == 1 and short in self.told.values():
                    first = next(full for full, told in self.told.items() if told == short)
                    self.told[first] = f"{short}1"
                self.told[name] = f"{short}{same + 1}" if same else short

    def shortened(self, text: str) -> str:
        """The text with every full name told by initials, the longest first."""
        for name in sorted(self.told, key=len, reverse=True):
            text = text.replace(name, self.told[name])
            alone = surname(name)
            if alone:
                text = re.sub(rf"\b{re.escape(alone)}\b", f"{alone[0]}.", text)
        return text


def initials(name: str) -> str:
    """张莉 as 张某, 欧阳明 as 欧阳某, John Smith as J. S."""
    if re.search(r"[\u4e00-\u9fff]", name):
        first = re.match(COMPOUND, name)
        return f"{first[0] if first else name[0]}某"
    return " ".join(f"{word[0]}." for word in name.split())


def surname(name: str) -> str:
    """The word of a name in Latin letters that also stands alone in a text; "" for none."""
    words = name.split()
    last = words[-1] if words and words[-1].isascii() else ""
    return last if len(last) >= SHORTEST_ALONE and len(words) > 1 else ""


def named(title: str, parties: Sequence[str], texts: Sequence[str]) -> Iterator[str]:
    """The full names of natural persons that a case names as its parties, in one language."""
    for party in PARTED.split("\n".join(parties)):
        yield from _party(party.strip())
    yield from _in_title(title)
    for text in texts:
        yield from (match[1] for match in IN_TEXT.finditer(text) if not NO_PERSON.search(match[1]))


def _party(party: str) -> Iterator[str]:
    entry = ENTRY.fullmatch(party)
    if entry and not NO_PERSON.search(entry[1]):
        yield entry[1]
    yield from (match[1].strip() for pattern in (ADDRESS, PATRONYMIC) for match in pattern.finditer(party))


def _in_title(title: str) -> Iterator[str]:
    match = TITLE.fullmatch(title)
    if match:
        found = [*AT_END.findall(match["first"]), *OPPOSITE.findall(title[match.start("second") :])]
        yield from (name for name in found if not NO_PERSON.search(name))
