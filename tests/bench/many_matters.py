"""Very many matters with their exhibits and histories, for what has to stay quick however many there are.

`make(matters=100_000)` fills the database the settings name: ten exhibits and ten entries of the history and more each,
in every state of every proceeding there is. Rows that follow from others PostgreSQL writes out of them; those that are
summed up come from here, so that every history verifies. There are no bytes of the files; rooms above have no rows.
"""

from collections.abc import Sequence
from typing import Final

from django.contrib.contenttypes.models import ContentType
from django.db import connection, models, transaction
from psycopg import sql

from enterprises.models import Membership
from enterprises.policies import Role
from enterprises.states import State
from legal.exhibits.models import Exhibit, Form, Kind
from legal.matters.freezing import RECEIPTS
from legal.matters.kinds import BY_SLUG, Side
from legal.matters.models import Audience, Entry, Matter, Message, Party, Produced, Receipt, Serial, Submission, Tip
from portal.accounts.models import User
from portal.files.models import File
from portal.files.states import State as FileState
from portal.reference.models import Jurisdiction
from portal.workflow.models import Assignment, Event
from tests.bench import matter_rows
from tests.bench.crowd_rows import HOST
from tests.bench.crowded import CrowdedError, write
from tests.bench.matter_rows import EXHIBITS, HELD, YEAR, Made

BATCH: Final = 2_000
LARGEST: Final = 2_000
# Exhibit `n` of all: those of one matter stand one after the other, each in the place it has in its enterprise's list.
OF_MATTERS: Final = f"""(
    SELECT m.id AS matter, m.enterprise_id, m.begun_by_id, m.language, m.begun_at, k,
        (m.id - (SELECT min(id) FROM matters_matter)) * {EXHIBITS} + k AS n,
        row_number() OVER (PARTITION BY m.enterprise_id ORDER BY m.id, k) AS place
    FROM matters_matter AS m CROSS JOIN generate_series(1, {EXHIBITS}) AS k
) AS made"""  # noqa: S608 - nothing in it comes from anybody
OF_EXHIBITS: Final = f"""{OF_MATTERS} JOIN exhibits_exhibit AS e ON e.file_id = md5('exhibit ' || n)::uuid
LEFT JOIN matters_submission AS s ON s.matter_id = made.matter"""
SHA256: Final = "encode(sha256(convert_to('exhibit ' || n, 'UTF8')), 'hex')"
# Sixteen of the characters a key is made of.
KEY: Final = "translate(lpad(to_hex(n), 12, '0'), '0123456789abcdef', '23456789bcdfghjk')"
OF_RECEIPTS: Final = "matters_submission AS s JOIN matters_matter AS m ON m.id = s.matter_id"


def make(*, matters: int) -> None:
    """Add so many matters to the verified enterprises of a crowd (`crowded.make`); told as they are written.

    `CrowdedError` where there are matters already.
    """
    if Matter.objects.exists():
        raise CrowdedError("There are matters already.")
    made = _made(matters)
    write(Matter, (matter_rows.matter(n, made) for n in range(matters)), matters)
    Serial.objects.bulk_create(Serial(kind=kind, year=YEAR, last=last) for kind, last in made.serials.items())
    rows = list(Matter.objects.order_by("pk").iterator())
    write(Party, (party for one in rows for party in matter_rows.parties(one, made)), 2 * matters)
    with transaction.atomic():
        _exhibits()
    _live(rows, made)
    _produce()
    _receipts()
    under_way = [n for n, one in enumerate(rows) if one.submitted_at and not one.ended_at][::HELD]
    held = (matter_rows.assignment(rows[n], made.officers[n % len(made.officers)]) for n in under_way)
    write(Assignment, held, len(under_way))


def _made(matters: int) -> Made:
    owners = Membership.objects.filter(enterprise__state=State.VERIFIED, enterprise__email__endswith=f"@{HOST}")
    enterprises = owners.filter(role=Role.OWNER).order_by("enterprise").values_list("enterprise", "person")
    officers = User.objects.filter(email__startswith="officer-", email__endswith=f"@{HOST}").order_by("pk")
    return Made(
        enterprises=list(enterprises),
        officers=list(officers.values_list("pk", flat=True)),
        proceedings=list(BY_SLUG.values()),
        countries=countries(),
        largest=min(LARGEST, matters // 10),
    )


def countries() -> dict[str, Jurisdiction]:
    return {one.code: one for one in Jurisdiction.objects.filter(code__in=("cn", "kz"))}


def _live(rows: Sequence[Matter], made: Made) -> None:
    """Everything that happened to each: entries, submissions, events, in the order of the matters."""
    for start in range(0, len(rows), BATCH):
        entries, tips, frozen, events = list[Entry](), list[Tip](), list[Submission](), list[Event]()
        for n, one in enumerate(rows[start : start + BATCH], start=start):
            course = made.course(n)
            history, submission = matter_rows.lived(one, course, n * EXHIBITS + 1)
            entries += history
            tips.append(Tip(matter=one, length=len(history), hash=history[-1].hash))
            frozen += [submission] if submission else []
            events += matter_rows.events(one, course, made.officers[n % len(made.officers)])
        for model, batch in ((Entry, entries), (Tip, tips), (Submission, frozen), (Event, events)):
            write(model, batch, len(batch))


def _exhibits() -> None:
    """Ten a matter, in the list of its enterprise, and the file of each."""
    exhibit = Exhibit(purpose="That the goods were delivered", kind=Kind.SHIPPING, form=Form.COPY, language="zh")
    spread(
        exhibit,
        OF_MATTERS,
        key=KEY,
        enterprise_id="enterprise_id",
        number="place",
        file_id="md5('exhibit ' || n)::uuid",
        sha256=SHA256,
        name="'Delivery note ' || n",
        worded_in="language",
        added_by_id="begun_by_id",
        added_at="begun_at",
    )
    spread(
        _file(Exhibit, "exhibits.exhibit"),
        "exhibits_exhibit AS e",
        id="file_id",
        owner_key="e.id::text",
        name="'exhibit-' || e.id || '.pdf'",
        sha256="sha256",
        uploaded_by_id="added_by_id",
        received_at="added_at",
    )


def _produce() -> None:
    spread(
        Produced(side=Side.APPLICANT, audience=Audience.EVERYONE),
        OF_EXHIBITS,
        matter_id="made.matter",
        exhibit_id="e.id",
        number="k",
        submission_id="s.id",
        produced_by_id="made.begun_by_id",
        produced_at="made.begun_at",
    )
    spread(
        Message(side=Side.APPLICANT, audience=Audience.EVERYONE, language="en", body="The goods were delivered."),
        OF_RECEIPTS,
        matter_id="m.id",
        author_id="m.begun_by_id",
        sent_at="m.submitted_at",
    )


def _receipts() -> None:
    """One for each submission, as if the worker had made it."""
    with transaction.atomic():
        spread(
            Receipt(),
            OF_RECEIPTS,
            submission_id="s.id",
            file_id="md5('receipt ' || s.id)::uuid",
            made_at="s.at",
        )
        spread(
            _file(Submission, RECEIPTS),
            OF_RECEIPTS,
            id="md5('receipt ' || s.id)::uuid",
            owner_key="s.id::text",
            name="'receipt-' || m.number || '-1.pdf'",
            sha256="s.sha256",
            uploaded_by_id="s.by_id",
            received_at="s.at",
        )


def _file(owner: type[models.Model], purpose: str) -> File:
    kind = ContentType.objects.get_for_model(owner)
    return File(owner_type=kind, purpose=purpose, media_type="application/pdf", size=1200, state=FileState.CLEAN)


def spread(like: models.Model, source: str, **told: str) -> None:
    """Add a row for each row of a source: what is told of it in SQL, and all else as one like it has it."""
    fields = [field for field in like._meta.concrete_fields if not isinstance(field, models.AutoField)]
    given = [
        sql.SQL(told[field.column])
        if field.column in told
        else sql.Literal(field.get_db_prep_save(getattr(like, field.attname), connection))
        for field in fields
    ]
    statement = sql.SQL("INSERT INTO {} ({}) SELECT {} FROM {}").format(
        sql.Identifier(like._meta.db_table),
        sql.SQL(", ").join(sql.Identifier(field.column) for field in fields),
        sql.SQL(", ").join(given),
        sql.SQL(source),
    )
    with connection.cursor() as cursor:
        cursor.execute(statement)
