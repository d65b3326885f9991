"""What advice holds of a matter is removed when the term of retention of the matter is over."""

from legal.advice.models import Letter, Question, Review
from legal.matters.emptying import also
from legal.matters.models import Matter
from portal.files import actions as files


def empty(matter: Matter) -> None:
    """Remove the question and its articles, the review with its remarks, the letters and their files."""
    letters = list(Letter.objects.filter(matter=matter).select_related("paper", "reviewed"))
    papers = [paper for letter in letters for paper in (letter.paper, letter.reviewed) if paper]
    Letter.objects.filter(matter=matter).delete()
    for paper in papers:
        files.drop(paper)
    matter.articles.all().delete()
    matter.remarks.all().delete()
    Question.objects.filter(matter=matter).delete()
    Review.objects.filter(matter=matter).delete()


also(empty)
