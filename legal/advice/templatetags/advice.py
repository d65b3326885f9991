"""What the page of a matter shows of advice: the question or the contract, the letters, and what can be done."""

from typing import Any, Final

from django import template

from legal.advice.articles import address
from legal.advice.models import Question, Review
from legal.advice.proceedings import CONSULTING, REVIEWS
from legal.advice.wording import NO_REPRESENTATION
from legal.matters.kinds import SUPPLEMENT
from legal.matters.models import Matter
from legal.matters.supplementing import asked_for

register = template.Library()
KINDS: Final = (CONSULTING.slug, REVIEWS.slug)


@register.inclusion_tag("advice/_section.html")
def advice_of(matter: Matter, *, may_act: bool = False, csrf_token: str = "") -> dict[str, Any]:
    """The section of a consultation or a contract review; nothing for any other matter."""
    if matter.kind not in KINDS:
        return {}
    question = Question.objects.filter(matter=matter).select_related("country", "topic").first()
    review = Review.objects.filter(matter=matter).select_related("governing", "contract__exhibit").first()
    moves = {move.name for move in matter.moves} if may_act else set()
    letters = list(matter.letters.select_related("paper", "reviewed", "signed_by"))
    return {
        "matter": matter,
        "question": question,
        "review": review,
        "articles": [(one, address(one)) for one in matter.articles.select_related("law__jurisdiction")],
        "letters": letters,
        # Nobody of the enterprise is shown remarks that are still being written.
        "remarks": list(matter.remarks.all()) if letters else [],
        "said": NO_REPRESENTATION,
        "supplement": SUPPLEMENT in moves,
        "asked": asked_for(matter),
        "moves": moves & {"ask-further", "close"},
        "csrf_token": csrf_token,
    }
