"""What becomes of a notarization when the term of its matter is over."""

from legal.matters.models import Matter
from legal.notarization.models import Certificate, Particulars, Refusal, Subject


def empty(matter: Matter) -> None:
    """Remove what is said of it and what came of it; the certificate stays an exhibit of the enterprise."""
    for model in (Subject, Particulars, Certificate, Refusal):
        model.objects.filter(matter=matter).delete()
