"""What is typed into the tools for arbitration, and into a request that is filed."""

from legal.arbitration.forms.agreement import AgreementForm
from legal.arbitration.forms.beginning import FileForm
from legal.arbitration.forms.claim import ClaimForm, CounterclaimForm
from legal.arbitration.forms.filing import ProcedureForm, ServiceForm, StoryForm
from legal.arbitration.forms.joining import DecideJoinderForm, JoinderForm
from legal.arbitration.forms.measure import MeasureForm
from legal.arbitration.forms.parts import PartForm
from legal.arbitration.forms.relying import RelianceForm, SearchForm
from legal.arbitration.forms.tools import ClauseForm, FactsForm, FeeForm

__all__ = [
    "AgreementForm",
    "ClaimForm",
    "ClauseForm",
    "CounterclaimForm",
    "DecideJoinderForm",
    "FactsForm",
    "FeeForm",
    "FileForm",
    "JoinderForm",
    "MeasureForm",
    "PartForm",
    "ProcedureForm",
    "RelianceForm",
    "SearchForm",
    "ServiceForm",
    "StoryForm",
]
