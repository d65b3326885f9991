"""What a mediation holds is removed when the term of retention of the matter is over."""

from legal.matters.models import Matter
from legal.mediation.models import Dispute, Settlement
from portal.files import actions as files


def empty(matter: Matter) -> None:
    """Remove the dispute, the agreements, the sessions, the settlements with their confirmations and papers."""
    settlements = list(Settlement.objects.filter(matter=matter).select_related("paper"))
    papers = [one.paper for one in settlements if one.paper]
    matter.confirmations.all().delete()
    Settlement.objects.filter(matter=matter).delete()
    for paper in papers:
        files.drop(paper)
    matter.awards.all().delete()
    matter.mediation_sessions.all().delete()
    matter.mediation_agreements.all().delete()
    Dispute.objects.filter(matter=matter).delete()
