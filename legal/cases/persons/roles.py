"""What parties are called in a case, in front of their names."""

import re
from typing import Final

from legal.cases.persons.organisations import UPPER

HAN_ROLES: Final = (
    "附带民事诉讼原告人|再审申请人|被申请执行人|申请执行人|被执行人|被上诉人|上诉人|被申诉人|申诉人|被申请人|申请人|第三人"
    "|赔偿请求人|复议申请人|利害关系人|案外人|异议人|起诉人|自诉人|被告人|被害人|罪犯|原告|被告|经营者"
    "|附帶民事訴訟原告人|再審申請人|被上訴人|上訴人|被申請人|申請人"
)
HAN_ROLE: Final = rf"(?:原审|一审|二审|再审|反诉|本诉|原審|反訴)*(?:{HAN_ROLES})"
BRACKETS: Final = r"(?:[（(][^（）()]{0,60}[）)])"
# 原告（反诉被告）：
LEADING_HAN: Final = re.compile(rf"(?:{HAN_ROLE}{BRACKETS}*[：:\s]*)+")
# Those of whom a criminal judgment speaks by name without a colon.
ACCUSED: Final = "被告人|罪犯|被害人|自诉人"
WORDS: Final = (
    "claimant|plaintiff|defendant|respondent|applicant|appellant|petitioner|accused|victim|complainant|third party"
    "|истец|истица|ответчик|ответчица|заявитель|заявительница|третье лицо|подсудимый|подсудимая|обвиняемый|обвиняемая"
    "|осужд[её]нный|осужд[её]нная|потерпевший|потерпевшая|должник|взыскатель|кредитор|талапкер|жауапкер"
    "|da['ʻ’‘ʼ]vogar|javobgar"
)
COLON: Final = r"\s*(?:\([^()]{0,60}\)\s*)?[:：]\s*"
LEADING_LETTERS: Final = re.compile(rf"(?i:{WORDS}){COLON}")
# Words with a capital that stand in front of a name and are none of it.
NO_NAME: Final = re.compile(
    rf"(?i:{WORDS}|суд|судья|судом|гражданин\w*|гражданк\w*|г-н\w*|г-ж\w*|mr|mrs|ms|miss|dr|justice|judge|lord|lady|sir"
    r"|the|and|by|of|in|индивидуальный|ип)$"
)
# A word of a name, or initials: Smith, J., J.P.
WORD: Final = rf"[{UPPER}](?:[\w'’ʻ‘ʼ-]{{1,40}}|(?:\.-?[{UPPER}])*\.)?"
