"""What is held of matters: what was asked, by whom, about whom, what was submitted and everything that was done."""

from legal.matters.models.declaration import Declaration, DeclarationQuerySet
from legal.matters.models.entry import Actor, Entry
from legal.matters.models.matter import Matter, MatterQuerySet
from legal.matters.models.message import Audience, Message, MessageQuerySet, MessageReading
from legal.matters.models.party import Party, PartyKind, Representative, RepresentativeQuerySet
from legal.matters.models.produced import Produced, ProducedQuerySet
from legal.matters.models.serial import Serial
from legal.matters.models.submission import Receipt, Stamp, Submission, SubmissionQuerySet
from legal.matters.models.tip import Tip

__all__ = [
    "Actor",
    "Audience",
    "Declaration",
    "DeclarationQuerySet",
    "Entry",
    "Matter",
    "MatterQuerySet",
    "Message",
    "MessageQuerySet",
    "MessageReading",
    "Party",
    "PartyKind",
    "Produced",
    "ProducedQuerySet",
    "Receipt",
    "Representative",
    "RepresentativeQuerySet",
    "Serial",
    "Stamp",
    "Submission",
    "SubmissionQuerySet",
    "Tip",
]
