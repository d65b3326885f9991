"""What is confirmed of arbitration with the institution in Kashgar, each fact with where it was read."""

from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from legal.arbitration.clauses.sources import CHECKED, MODEL_CLAUSES, SCIA_NAMES, Source


@dataclass(frozen=True, slots=True)
class Fact:
    """A sentence and its source."""

    sentence: Promise
    source: Source


FACTS: Final = (
    Fact(
        _(
            "The Shenzhen Court of International Arbitration (SCIA) has a branch in Kashgar, meant for Central, "
            "South and West Asia."
        ),
        Source(
            _("SCIA, news on its Kashgar Branch"), "https://scia.com.cn/home/index/newsdetail/id/3323.html", CHECKED
        ),
    ),
    Fact(
        _(
            "Where an agreement names a branch that SCIA has set up on the mainland, SCIA accepts the case: a case "
            "of the Kashgar Branch is a case of SCIA."
        ),
        SCIA_NAMES,
    ),
    Fact(_("Clauses that call SCIA by one of its former names lead to SCIA too."), SCIA_NAMES),
    Fact(
        _(
            "SCIA takes cases of three kinds: international or foreign-related ones, those related to Hong Kong, "
            "Macao or Taiwan, and mainland ones."
        ),
        Source(
            _("SCIA Arbitration Rules, Article 2(1), as shown by its centre in Jiangmen"),
            "https://www.sciajm.org.cn/arbitration/jiangmen-arbitration/notebook/20.html",
            CHECKED,
        ),
    ),
    Fact(
        _(
            "An award can be reviewed by a second tribunal only where the parties agreed so and the law of the "
            "seat does not forbid it."
        ),
        MODEL_CLAUSES["en"],
    ),
)
