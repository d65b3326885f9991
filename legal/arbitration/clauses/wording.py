"""The words by which a clause says that it arbitrates, about what, in which language, before how many, by which law."""

import re
from typing import Final

# The end of a word is a bounded run of letters, as everywhere here: where more may follow, an endless one would be
# tried at every length from every place, and a long text of nothing but one stem would hold up the site.

# Arbitration itself; a law of that name is not it, nor is a labour dispute's.
ARBITRATION: Final = re.compile(
    r"(?<!劳动)(?<!人事)(?<!劳动争议)(?<!人事争议)仲裁(?!法)|\barbitra(?!tion (?:law|act))[a-z]{1,24}|\barbitra(?:tion"
    r"|l)\b(?= clause)"
    r"|\bарбитраж(?!но-процессуальн|ного процессуальн|ный процессуальн)[а-я]{0,24}|\bтретейск[а-я]{0,24}"
)
REFUSED: Final = re.compile(
    r"(?:不|无须|无需|拒绝|排除)(?:得|应|予|再)?(?:提交|进行|接受|采用|适用|申请|约定)?仲裁"
    r"|\b(?:not|without)\b(?: [a-z]{1,24}){0,4} (?:to |by |through )?(?:any )?arbitra[a-z]{1,24}"
    r"|\bno arbitra[a-z]{1,24}|exclud[a-z]{1,24} arbitra[a-z]{1,24}"
    r"|\bno (?:dispute|claim|controversy)s?\b[^.;]{0,60}arbitra[a-z]{1,24}"
    r"|另有[^.;,]{0,8}仲裁(?:协议|条款|约定)的?除外|仲裁(?:方式)?(?:不|不予)适用"
    r"|(?:未|没有)能?(?:达成|订立|签订)?[^.;,]{0,6}仲裁(?:协议|条款)"
    r"|\bне (?:может|могут|долж[а-я]{1,3}|буд[а-я]{1,2}) (?:быть )?(?:переда|рассм"
    r"|направл)[а-я]{0,24}(?: [а-я]{1,24}){0,3}"
    r" (?:арбитраж|третейск)[а-я]{0,24}"
    r"|\bnothing\b(?: [a-z]{1,24}){0,6} arbitra[a-z]{1,24}"
    r"|\barbitration (?:shall|is|does|will) not (?:be )?(?:apply|applicable|available|used|permitted)(?= ?[.;]|$)"
    r"|\bне (?:подлеж|переда|рассматрива)[а-я]{0,24}(?: [а-я]{1,24}){0,4} (?:арбитраж|третейск)[а-я]{0,24}"
    r"|\bарбитраж[а-я]{0,3} не (?:применя|предусм|допуска|использ)[а-я]{0,24}"
    r"|исключа[а-я]{0,24} арбитраж[а-я]{0,24}|без арбитраж[а-я]{0,24}"
)
NEGOTIATION: Final = re.compile(
    r"协商|调解|和解|磋商|谈判|友好解决|negotiat|amicabl|mediat|conciliat|consultation|good faith discussion|adjudicat"
    r"|переговор|медиа(?:ци|тор)|примирен|примирительн|консультац|мирн[а-я]{2,3} (?:путем|урегулир)|досудебн|претензи"
)
DISPUTE: Final = re.compile(r"争议|纠纷|争端|dispute|controvers|\bclaims?\b|differences|спор|разноглас")
AD_HOC: Final = re.compile(
    r"(?<!紧急)临时仲裁|专设仲裁|特设仲裁|特别仲裁|(?:临时|专设|特设)仲裁庭|\bad[ -]?hoc\b|\bspecial arbitration\b"
    r"|\bразов[а-я]{2,3} (?:арбитраж|третейск)|\bспециальн[а-я]{2,3} арбитраж"
    r"|арбитраж[а-я]{0,24} для рассмотрения конкретного спора"
    r"|арбитраж[а-я]{0,24},? (?:созда|образу|формиру)[а-я]{0,24} для"
)
UNCITRAL: Final = re.compile(r"贸易?法委员会仲裁规则|联合国国际贸易法委员会|uncitral|юнситрал")

NUMBER: Final = r"(?:一|两|二|三|五|1|2|3|5|壹|贰|叁|独任|单独)"
ARBITRATORS: Final = re.compile(
    rf"(?<![或至到]){NUMBER}(?:\([^)]{{1,6}}\))?[名位个人]?(?:独立)?(?:\([^)]{{1,6}}\))?仲裁[员人]|仲裁员(?:的)?(?:人数|数量"
    rf"|名额)[^.;,]{{0,8}}{NUMBER}"
    rf"|仲裁员(?:应?为|:|共|由)?{NUMBER}[名位个人]|仲裁庭(?:应?由|人数[为是]?"
    rf"|成员[为是]?)[^.;,]{{0,6}}{NUMBER}[名位个人]?|独任仲裁|{NUMBER}人仲裁庭"
    r"|(?<!\bor )(?<!\bor a )\b(?:one|two|three|five|sole|single"
    r"|[1235])(?: ?\([^)]{1,8}\))? (?!or\b)(?:\(?[a-z-]{1,30}\)? ){0,2}arbitrators?\b"
    r"(?! or (?:by |of |a )?(?:one|three|more|\d))"
    r"|number of (?:the )?arbitrators?[^.;]{0,30}(?:one|two|three|five|[1235])\b"
    r"|\b(?:tribunal|panel) of (?:one|three|five|[135])\b|(?:tribunal|panel)[^.;]{0,40}\b(?:one|three|five"
    r"|[135])\b(?: ?\([^)]{1,8}\))? (?:members|persons|arbitrators)"
    r"|\b(?:three|five|one)-(?:member|person|arbitrator)|\barbitrators? (?:shall|will) be (?:one|three|five"
    r"|[135])\b|\barbitrators?(?: 仲裁员)? ?[:-] ?(?:one|three|five|[135])\b|\bsole arbitrator\b(?! or (?:by "
    r"|of )?three)|\bsole member"
    r"|(?<!или )(?<!либо )(?:\bодн(?:ого|им|ому|ин)|\bодин|\bединоличн[а-я]{2,3}|\bединственн[а-я]{2,3}"
    r"|\bдву[а-я]{1,3}|\bтр(?:ех|и|ем"
    r"|емя|ое)|\bпят[а-я]{1,3}|\b[1235])"
    r"(?: ?\([^)]{1,12}\))?(?:-х|-го)? (?!или |либо )(?:[а-я]{1,24} ){0,2}(?:арбитр"
    r"|третейск[а-я]{2,3} суд(?:ь|ей))[а-я]{0,24}"
    r"|(?:числ|количеств)[а-я]{1,2} (?:арбитров|третейских судей)[^.;]{0,20}(?:один|одн|дв|тр(?:и|ех|ем)|пят"
    r"|[1235])[а-я]{0,24}"
    r"|арбитр(?:ы|ов)? (?:будет |должно быть |- ?|: ?)?(?:один|единоличный|три|трое|пять|[135])\b"
    r"|коллеги[а-я]{1,2}[^.;]{0,12}(?:трех|тре[хм]|3)"
    r"|состав[а-я]{0,2} (?:арбитраж|третейск|суда)?[а-я ]{0,20}(?:из )?(?:трех|одного|тремя|3|1)(?:-х)? (?:арбитр"
    r"|суд|член|человек)[а-я]{0,24}"
)
TONGUE: Final = r"(?:中|英|俄|汉|哈萨克|哈|乌兹别克|吉尔吉斯|塔吉克|维吾尔|乌尔都|法|德|阿拉伯|土耳其|波斯)"
TONGUES: Final = rf"{TONGUE}[语文]?(?:[,和及与或]?{TONGUE})?(?:双|两种)?"
SPOKEN: Final = (
    r"(?:chinese|mandarin|english|russian|kazakh|uzbek|kyrgyz|tajik|uyghur|urdu|french|german|arabic|turkish|persian)"
)
SAID: Final = (
    r"(?:китайск|русск|английск|казахск|узбекск|кыргызск|киргизск|таджикск|уйгурск|урду|французск|немецк|турецк)"
)
LANGUAGE: Final = re.compile(
    rf"仲裁(?:程序|审理|庭审)?(?:所)?(?:应|应当|将)?(?:以|使用|采用|用)?(?:的)?(?:工作|官方"
    rf"|使用)?语[言种文](?!.{{0,4}}(?:由仲裁庭|另行|____))"
    rf"|仲裁[^.;]{{0,20}}(?:以|使用|采用|用){TONGUES}[语文]|(?:以|使用|采用|用){TONGUES}[语文][^.;,]{{0,8}}仲裁"
    rf"|{TONGUE}[语文]仲裁|(?:^|[.,;])语言(?:应?为|是|:){TONGUE}|(?:庭审|审理|程序)语言|程序[^.;]{{0,6}}(?:以|使用"
    rf"|采用|用|按照?){TONGUES}[语文]"
    r"|\blanguages? (?:\([^)]*\) )?(?:of|in|for|to be used in|used in|to be used for|to be used throughout) (?:the "
    r"|any |such )?(?:\"?arbitra[a-z]{1,24}|proceedings?|hearings?)"
    rf"|\bthe language (?:is|shall be|will be) (?:the )?{SPOKEN}\b"
    rf"|(?:^|[.,;] ?)(?:working |procedural )?language(?: 语言)? ?(?:[:-]|为|是)? ?{SPOKEN}"
    rf"|[.,;:] (?:in )?(?:the )?{SPOKEN}(?: language)?(?=[,;.]|$)|\b(?:heard|conducted|held) in {SPOKEN}\b"
    r"|\b(?:arbitration|arbitral|procedural) language|\blanguage (?:shall|will|is to) be used in the (?:arbitra"
    r"|proceed)"
    rf"|(?:arbitra[a-z]{{1,24}}|proceedings?|hearings?)[^.;]{{0,70}}(?<!fluent )(?<!proficient )(?<!conversant )"
    rf"\bin (?:the )?{SPOKEN}\b"
    rf"|\b{SPOKEN} shall be the language"
    rf"|язык[а-я]{{0,3}},? (?:(?:на котором|применяем|используем)[а-я ,]{{0,30}} )?(?:проведения )?(?:арбитраж"
    rf"|разбирательств|третейск|производств|судопроизводств|процесс|слушани|рассмотрения)[а-я]{{0,24}}"
    rf"|\bязык[а-я]{{0,2}} ?(?:- ?|: ?)?{SAID}"
    rf"|(?:арбитраж|разбирательств|производств|слушани|процесс|спор|дел)[а-я]{{0,24}}[^.;]{{0,70}} на {SAID}"
    rf"[а-я]{{0,3}}|\0[^.;]{{0,40}} на {SAID}"
    rf"[а-я]{{0,3}}|{SAID}[а-я]{{0,3}} (?:язык[а-я]{{0,3}} )?(?:является|будет)[а-я ]{{0,12}} языком"
)
LAW_OF_CLAUSE: Final = re.compile(
    r"(?:本)?仲裁(?:条款|协议)(?:的)?(?:有?效力|成立|解释|准据法|适用法|法律适用)?[^.;]{0,12}(?:适用|受|依照|依据"
    r"|准据法|适用法)[^.;]{0,20}法"
    r"|(?:适用于|管辖|支配)(?:本)?仲裁(?:条款|协议)[^.;]{0,6}(?:的)?(?:法律|准据法)|本条款?(?:的)?(?:准据法"
    r"|效力)?[^.;,]{0,6}适用[^.;]{1,20}法"
    r"|本条款?(?:受|由)[^.;,]{1,20}法[^.;,]{0,4}(?:管辖|调整|约束)"
    r"|\blaws? (?:shall |will )?governs? (?:this |the |such )?(?:arbitration (?:agreement|clause)"
    r"|agreement to arbitrate)"
    r"|\blaws? (?:governing|applicable to|that governs?|of) (?:this |the |such )?\"?(?:arbitration (?:agreement"
    r"|clause)|clause|article|section)\b"
    r"|(?:arbitration (?:agreement|clause)|this (?:clause|article|section))(?: [a-z,]{1,24}){0,6} (?:shall be |is "
    r"|are )?(?:governed|construed|interpreted)[^.;]{0,40}\blaws?\b"
    r"|governing law of (?:this|the) (?:arbitration )?(?:agreement|clause)(?= to arbitrate|[^.;]{0,3}(?:shall|is)"
    r"| of arbitration)"
    r"|(?:арбитражн|третейск)[а-я]{2,3} (?:оговорк|соглашени)[а-я]{1,2}[^.;]{0,60}(?:регулир|подчин|применя"
    r"|регламентир|толку)[а-я]{0,24}[^.;]{0,40}прав"
    r"|соглашени[а-я]{1,2} об арбитраже[^.;]{0,40}(?:регулир|подчин|применя)[а-я]{0,24}[^.;]{0,40}прав"
    r"|(?:к|ко)(?: настоящ[а-я]{2,3}| данн[а-я]{2,3})? (?:арбитражн[а-я]{2,3} )?(?:оговорк"
    r"|соглашени)[а-я]{1,2}[^.;]{0,16}применя[а-я]{0,24}"
    r"|применя[а-я]{0,24} к (?:настоящ[а-я]{2,3} )?арбитражн[а-я]{2,3} (?:оговорк|соглашени)"
    r"|прав[а-я]{1,2},? (?:применим[а-я]{2,3} к|регулирующ[а-я]{2,3}"
    r"|которым регулируется)[^.;]{0,30}(?:арбитражн[а-я]{2,3} )?(?:оговорк|соглашени)"
    r"|настоящ[а-я]{2,3} (?:оговорк|стать|пункт)[а-я]{0,2}[^.;,]{0,16}(?:регулир|подчин)[а-я]{0,24}[^.;]{0,40}прав"
)
# All disputes of the contract, or what arises of it together with what is connected with it.
WIDE: Final = re.compile(
    r"(?:一切|任何(?!一方)|所有|全部|各种|凡|项下)[^.;]{0,40}(?:争议|纠纷|争端)|(?:引起|产生|发生)[^.;]{0,20}(?:有关|相关"
    r"|关联)|(?:有关|相关)(?:的)?[^.;]{0,6}(?:争议|纠纷|争端)"
    r"|\b(?:any|all|every)\b[^.;]{0,60}(?:dispute|controvers|claim|difference)s?[^.;]{0,80}(?:aris|relat|connect"
    r"|concern|under|out of|pertain|regard|respect)"
    r"|(?:dispute|controvers|claim|difference)[^.;]{0,60}(?:relat|connect|concern|pertain"
    r"|regard)[a-z]{0,24}[^.;]{0,16}(?:contract|agreement|hereto|herewith|hereof|thereto)"
    r"|\ball disputes\b|\bany dispute (?:between|of) the parties"
    r"|(?:люб|все|всяк|кажд)[а-я]{0,3}[^.;]{0,40}(?:спор|разноглас)[а-я]{0,24}[^.;]{0,60}(?:возник|вытека|связ|касающ"
    r"|относ|по |из )"
    r"|(?:спор|разноглас)[а-я]{0,24}[^.;]{0,70}(?:в связи с|связанн|касающ|относящ)"
)
# Only a part of what may be in dispute.
NARROW: Final = re.compile(
    r"(?:因|就|关于|对|有关)?(?:本合同|合同|本协议|协议)?(?:的)?(?:履行|执行|解释|质量|付款|货款|价款|数量|交货"
    r"|违约)(?:本合同|合同|本协议|协议|问题|方面)?(?:过程中|中)?(?:所)?(?:引起|发生|产生|出现)?的?(?:一切|任何"
    r"|所有)?(?:争议|纠纷)"
    r"|disputes?[^.;]{0,30}(?:as to|about|regarding|concerning|over|on|relating to|in respect of"
    r"|in) (?:the )?(?:interpretation|performance|quality|payment|price|quantity|delivery|execution)"
    r"|disputes?[^.;]{0,30}(?:arising )?(?:from|out of|during|in) (?:the )?(?:interpretation|performance|execution"
    r"|implementation|fulfil?lment)"
    r"|спор[а-я]{0,24}[^.;]{0,30}(?:о|об|по|по поводу|относительно|при|из) (?:качеств|оплат|исполнени|толковани|цен"
    r"|поставк|количеств|выполнени)"
)
CONNECTED: Final = re.compile(r"有关|相关|关联|connect|relat|concern|связ|касающ|относящ")
