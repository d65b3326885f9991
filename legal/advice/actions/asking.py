"""A member writes what is asked: the question, or the contract and what to look at."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from legal.advice.models import Article, Question, Review
from legal.laws.models import Law
from legal.matters.actions.drafting import touch
from legal.matters.actions.guarding import lock_to_write
from legal.matters.models import Matter
from portal.accounts.models import User
from portal.workflow.errors import NotAllowedError
from portal.workflow.naming import name_moves

PARTS: Final = "advice.parts"
name_moves(
    PARTS,
    {
        "question": gettext_lazy("The question was written"),
        "review": gettext_lazy("What to look at in the contract was written"),
        "remark": gettext_lazy("A remark on the contract was written"),
        "take-out-remark": gettext_lazy("A remark on the contract was taken out"),
        "letter": gettext_lazy("The letter was made"),
    },
)


@transaction.atomic
def ask(
    matter: Matter, *, facts: Mapping[str, Any], articles: Sequence[tuple[Law, str]], version: int, by: User
) -> Question:
    """Write the question of a consultation and the articles it names; Entry.

    `NotAllowedError` and `ChangedMeanwhileError` as `lock_to_write`.
    """
    held = lock_to_write(matter, version=version, by=by)
    question, _new = Question.objects.update_or_create(matter=held, defaults=dict(facts))
    held.articles.all().delete()
    Article.objects.bulk_create(Article(matter=held, law=law, path=path) for law, path in articles)
    touch(held, f"{PARTS}.question", by=by, details={"articles": len(articles)})
    return question


@transaction.atomic
def request_review(matter: Matter, *, facts: Mapping[str, Any], version: int, by: User) -> Review:
    """Write which exhibit is the contract and what to look at; Entry.

    `NotAllowedError` and `ChangedMeanwhileError` as `lock_to_write`; "exhibit" where it is not produced any more.
    """
    held = lock_to_write(matter, version=version, by=by)
    contract = facts["contract"]
    if contract is not None and not held.produced.filter(pk=contract.pk).exists():
        raise NotAllowedError(_("This exhibit was taken out meanwhile."), code="exhibit")
    review, _new = Review.objects.update_or_create(matter=held, defaults=dict(facts))
    touch(held, f"{PARTS}.review", by=by)
    return review
