"""Chinese surnames, and how a name of Chinese characters looks."""

import re
from typing import Final

SIMPLE: Final = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
    "姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔"
    "向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单"
    "季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄"
    "窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查"
    "麻苑迟邝"
    # Less common ones, and those of the Hundred Surnames that are not among them.
    "蔺昌奚鄂谈茅宦郁诸茹阴储糜胥蔚越夔隆厍晁勾融訾阚那空毋乜养鞠须丰蒯相後荆红竺权逯盖益桓公濮牛寿通扈燕冀"
    "郏浦尔别晋容慎戈庾终暨居衡步都弘匡国广禄阙东殴殳沃利郗印宿怀从索咸籍赖璩郜堵能苍双闻莘翟谯贡劳逄姒"
    "扶冯凤花方俞任酆鲜奕邸亢况后有琴归海晟富经花韶滑平楚伏罕鹿逢皮揭撒植楼初闪谌邰欒仝禹郦雍璩薄印户肇"
)
# As Taiwan, Hong Kong and Macao write them.
TRADITIONAL: Final = (
    "張劉陳楊黃趙吳孫馬羅鄭許韓馮鄧蕭蔣葉蘇呂盧鐘鍾譚陸賈韋鄒閻龍賀顧龔邵萬錢嚴湯齊喬龐顏莊聶魯關蘭畢單駱藍遊"
    "華饒時農車項連蘆麥褚婁竇戚黨宮費衛瞿應閔鄔邊師欒叢鞏遲鄺鮑靈紀簡謝厲車薩藺諸談陰儲闕閆"
)
COMPOUND: Final = (
    "欧阳|歐陽|上官|司马|司馬|诸葛|諸葛|东方|東方|皇甫|尉迟|尉遲|公孙|公孫|慕容|令狐|宇文|长孙|長孫|司徒|夏侯"
    "|端木|独孤|獨孤|南宫|南宮|拓跋|呼延|轩辕|軒轅|申屠|澹台|百里|东郭|西门|赫连|闻人|钟离|太史|濮阳|单于|宗政"
)
HAN: Final = "[\u4e00-\u9fff]"
SURNAME: Final = rf"(?:{COMPOUND}|[{SIMPLE}{TRADITIONAL}])"
# 张某, 张甲 and 张× are told so already; 张辛夷 is not.
NAME: Final = rf"{SURNAME}(?!某){HAN}{{1,2}}"
LED: Final = re.compile(SURNAME)
SHAPED: Final = re.compile(NAME)
# The dots that print sets between the parts of a name from another language.
DOT: Final = "[·・•‧．･∙⋅]"
# The characters that names of other languages are mostly written with; no role and no verb of a sentence is among them.
SOUND: Final = (
    "[阿艾爱安奥巴拜班包贝比别宾波伯勃博布查达丹德登迪丁都杜顿多尔额恩法菲费芬弗夫福富噶盖甘冈戈格古瓜哈海汉赫"
    "亨霍胡华吉季加贾江捷杰金喀卡凯坎康科克肯孔库奎拉莱兰朗劳勒雷里力丽利莉连列林琳卢鲁路伦罗洛吕马玛麦曼芒毛"
    "梅米蒙莫默木穆姆拿娜纳乃南内尼妮年涅宁努诺欧帕潘佩皮普奇齐恰钦茜青丘曲热仁日茹瑞若萨赛桑瑟沙莎山尚舍什史"
    "舒斯思苏索塔台泰坦汤唐特腾提天铁图吐托瓦万旺威韦维温翁沃乌吾西希夏谢辛雄休许雪逊雅亚延扬耶叶伊依因英尤于约"
    "再扎泽增詹哲珍治朱卓孜兹宗祖佐合买甫皮孙地拍江艳迈麻努力克阔肉孜夏合旦古丽帝坎妲翰狄弥迦玫欣洁茨蒂厄哥歌圭豪荷惠嘉居堪柯夸乐黎礼烈隆孟牧纽庞培彭匹珀琼儒撒森滔廷魏锡萧轩晏尧逸尹芝毕柏策戴敦朵范昂邦彼密丝]"
)
DOTTED: Final = rf"{SOUND}{{1,8}}(?:{DOT}{SOUND}{{1,8}})+"
DOTTED_NAME: Final = re.compile(rf"(?<!{DOT})(?![因于合地提再由]){DOTTED}")
# Words that begin with a character which names are written with too: 买买提提出, 吐尔逊合同纠纷.
FOLLOWING: Final = re.compile(
    r"(?:提[出交供起议]|约定|再[次审]|合[同计伙作资法]|买卖|加[工班害]|特[许别]|海[上事关运]|安[置全装]|拍卖|劳[动务]|金[融额钱]|医疗|林[业权木]"
    r"|尚[未欠]|多[次名]|连[带续]|地[役址方]|于|因)"
)


def cut(match: re.Match[str], text: str) -> str:
    """The name that `DOTTED_NAME` found in a text, without the word that begins in its last characters."""
    last = match.end() - len(re.split(DOT, match[0])[-1])
    for place in range(last + 1, match.end()):
        if FOLLOWING.match(text, place):
            return text[match.start() : place]
    return match[0]
