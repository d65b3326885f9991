"""The institutions of the tests: names as clauses of real contracts have them, former ones among them."""

from legal.arbitration.clauses.names import Institution, Name
from legal.arbitration.clauses.naming import Recogniser

INSTITUTIONS = (
    Institution(
        "scia",
        (
            Name("深圳国际仲裁院"),
            Name("华南国际经济贸易仲裁委员会"),
            Name("粤港澳大湾区国际仲裁中心"),
            Name("Shenzhen Court of International Arbitration"),
            Name("South China International Economic and Trade Arbitration Commission"),
            Name("SCIA"),
            Name("Шэньчжэньский международный арбитражный суд"),
            Name("深圳仲裁委员会", former=True),
            Name("中国国际经济贸易仲裁委员会华南分会", former=True),
            Name("中国国际经济贸易仲裁委员会深圳分会", former=True),
            Name("贸仲华南分会", former=True),
            Name("贸仲深圳分会", former=True),
            Name("Shenzhen Arbitration Commission", former=True),
            Name("CIETAC South China Sub-Commission", former=True),
        ),
    ),
    Institution(
        "scia-kashgar",
        (
            Name("深圳国际仲裁院喀什分院"),
            Name("Kashgar Branch of the Shenzhen Court of International Arbitration"),
            Name("Кашгарское отделение Шэньчжэньского международного арбитражного суда"),
        ),
        parent="scia",
    ),
    Institution(
        "cietac",
        (
            Name("中国国际经济贸易仲裁委员会"),
            Name("China International Economic and Trade Arbitration Commission"),
            Name("CIETAC"),
            Name("贸仲"),
        ),
    ),
    Institution(
        "hkiac",
        (
            Name("香港国际仲裁中心"),
            Name("Hong Kong International Arbitration Centre"),
            Name("HKIAC"),
            Name("Гонконгский международный арбитражный центр"),
        ),
    ),
    Institution(
        "icc",
        (
            Name("国际商会国际仲裁院"),
            Name("International Court of Arbitration of the International Chamber of Commerce"),
            Name("ICC"),
        ),
    ),
    Institution(
        "siac",
        (
            Name("新加坡国际仲裁中心"),
            Name("Singapore International Arbitration Centre"),
            Name("SIAC"),
            Name("Сингапурский международный арбитражный центр"),
        ),
    ),
    Institution(
        "iac-aifc",
        (
            Name("阿斯塔纳国际金融中心国际仲裁中心"),
            Name("International Arbitration Centre of the Astana International Financial Centre"),
            Name("IAC"),
            Name("Международный арбитражный центр МФЦА"),
        ),
    ),
)
RECOGNISER = Recogniser(INSTITUTIONS)
