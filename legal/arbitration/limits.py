"""Which rule of the institution a time limit of a request runs by."""

from legal.arbitration.kinds import CaseKind, Procedure
from legal.arbitration.models.filing import filing_of
from legal.matters.models import Matter


def of_the_defence(matter: Matter) -> str:
    """The slug of the rule for the answer: by the procedure that is asked for, else by the kind of case."""
    filing = filing_of(matter)
    if filing.procedure == Procedure.EXPEDITED:
        return "scia-defence-expedited"
    return "scia-defence-domestic" if filing.case_kind == CaseKind.DOMESTIC else "scia-defence-foreign"
