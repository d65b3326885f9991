"""Addresses of arbitration: tools for everybody; and the parts of a request, below the matter they belong to."""

from django.urls import path

from legal.arbitration.views import beginning, claiming, filing, joining, parts, relying, reviewing, tools
from legal.matters.urls import OF_ONE
from legal.serving.urls import SERVED

app_name = "arbitration"
OF_IT = f"{OF_ONE}arbitration/"
# The pages of each kind of part: several with a form for another, one to be changed, one to be taken out.
PARTS = [
    pattern
    for many, one in (("agreements", "agreement"), ("claims", "claim"), ("measures", "measure"))
    for pattern in (
        path(f"{OF_IT}{many}/", parts.several, {"kind": many}, name=many),
        path(f"{OF_IT}{many}/<int:position>/", parts.one, {"kind": many}, name=one),
        path(f"{OF_IT}{many}/<int:position>/remove/", parts.remove, {"kind": many}, name=f"remove-{one}"),
    )
]
urlpatterns = [
    path("arbitration/", tools.home, name="home"),
    path("arbitration/check/", tools.check_clause, name="check"),
    path("arbitration/clause/", tools.make_clause, name="clause"),
    path("arbitration/fees/", tools.fees, name="fees"),
    path("enterprises/file-arbitration/", beginning.begin, name="file"),
    *PARTS,
    path(f"{OF_IT}facts/", filing.story, name="facts"),
    path(f"{OF_IT}procedure/", filing.procedure, name="procedure"),
    path(f"{OF_IT}service/", filing.service, name="service"),
    path(f"{OF_IT}estimate/", reviewing.estimate, name="estimate"),
    path(f"{OF_IT}reliances/", relying.reliances, name="reliances"),
    path(f"{OF_IT}reliances/<int:position>/remove/", relying.remove, name="remove-reliance"),
    path(f"{OF_IT}review/", reviewing.review, name="review"),
    path(f"{OF_IT}supplement/", reviewing.supplement, name="supplement"),
    path(f"{SERVED}counterclaims/", claiming.several, name="counterclaims"),
    path(f"{SERVED}counterclaims/<int:position>/", claiming.one, name="counterclaim"),
    path(f"{SERVED}counterclaims/<int:position>/remove/", claiming.remove, name="remove-counterclaim"),
    path(f"{OF_IT}joinder/", joining.ask, name="joinder"),
]
