"""What a mediation holds is removed when the term of retention of the matter is over."""

from legal.matters.models import Matter
from legal.mediation.models import Dispute, Settlement
from portal.files import actions as files


def empty(matter: Matter) -> None:
    """Remove the dispute, agreements, sessions, and the settlements with their answers of both sides and papers."""
    settlements = list(Settlement.objects.filter(matter=matter).select_related("paper"))
    papers = [one.paper for one in settlements if one.paper]
    matter.confirmations.all().delete()
    matter.refusals.all().delete()
    Settlement.objects.filter(matter=matter).delete()
    for paper in papers:
        files.drop(paper)
    matter.awards.all().delete()
    matter.mediation_sessions.all().delete()
    matter.mediation_agreements.all().delete()
    Dispute.objects.filter(matter=matter).delete()
