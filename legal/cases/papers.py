"""Papers of the parties, whose articles are no law: contracts, charters, policies."""

import re
from typing import Final

from legal.laws.citing import Cited
from legal.laws.linking.context import Meant
from legal.laws.naming import GENERIC, cited_key

# Articles of these belong to the parties, whatever law was named before them.
BEFORE: Final = re.compile(
    r"(?:合同|协议|章程|条款|约定|保单|保险单|规章制度|手册)[》”]?(?:的|之|中)?(?:约定)?[：:，,]?[“\"]?$"
    r"|(?:载明|约定|写明|记载|注明|订明)(?:如下)?[：:，,]?[“\"「]?$"
)
OF_A_PAPER: Final = (
    r"(?:\s+(?:\w+\s+)?(?:договор|контракт|соглашени|полис|коносамент)\w*"
    r"|,?\s(?:of|in|to|under)\s(?:the|this|that|its|their|an?|said)\s(?:[\w'’-]+\s){0,4}?"
    r"(?:agreement|contract|lease|policy|charter-?party|memorandum|by-?laws|deed)\b)"
)
AFTER: Final = re.compile(OF_A_PAPER, re.IGNORECASE)
# A paper named between a law and an article without one: 《仲裁法》第十六条规定……《房屋租赁合同》……第五条.
NAMED_BETWEEN: Final = re.compile(
    rf"《[^《》\n]{{0,60}}(?:合同|协议|协议书|章程|保单|承诺函|备忘录)》|\b(?:article|section|clause)s?\s[\d.()]+{OF_A_PAPER}",
    re.IGNORECASE,
)
# How an article of «this» ends where it is no article of a law.
WITHIN: Final = re.compile(r"\b(?:agreement|contract|договор\w*|соглашени\w*|контракт\w*|устав\w*)$", re.IGNORECASE)
# Papers of the parties have names like laws; a name that is one of these and means no law held is none.
NAMES: Final = re.compile(
    r"(?:合同|协议|协议书|章程|制度|通知|意见|决定|安排|标准|办法|规定)$"
    r"|^(?:the )?(?:agreement|contract|charter)$"
    r"|\b(?:sales?|purchase|share\w*|loan|lease|rental|supply|services?|licen[cs]e|employment|joint[ -]venture"
    r"|distribution|agency|construction|settlement|guarantee|facility|franchise|arbitration|management|consultancy|insurance|credit"
    r"|pledge|mortgage|subscription|assignment|confidentiality|shipbuilding|charter)\b[\w\s-]*\bagreement$"
    r"|^(?:договор|соглашени|устав)\w*"
    r"(?:$|\s(?:поставк|купли|аренд|подряд|займ|залог|поручительств|кредит|лизинг|уступк|страхован|перевозк|оказани"
    r"|комисси|хранени|о займе|об аренде|о поставке|о залоге|о расторжении|об уступке|об? опционе|акционер|участник"
    r"|обществ|компани))",
    re.IGNORECASE,
)
BEHIND: Final = 16


def of_parties(cited: Cited, body: str, since: int) -> bool:
    """Whether an article that is cited without a law is one of a paper; `since` is where the law was named last."""
    before = body[max(cited.start - BEHIND, 0) : cited.start]
    return bool(
        BEFORE.search(before)
        or WITHIN.search(body[cited.start : cited.end])
        or AFTER.match(body, cited.end)
        or NAMED_BETWEEN.search(body, since, cited.start)
    )


def is_law(meant: Meant) -> bool:
    """Whether what was cited is a law, as far as its name tells."""
    name = meant.name.strip("《》 ")
    return bool(meant.law) or (cited_key(meant.name) not in GENERIC and not NAMES.search(name))
