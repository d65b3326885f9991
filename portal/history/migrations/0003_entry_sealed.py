"""Everybody to whom the owner's default privileges opened the table of the history may read it and no more.

Whoever that is: the role of the site is named differently from one installation to another.
"""

from django.db import migrations

SEAL = """
DO $$
DECLARE
    other regrole;
BEGIN
    FOR other IN
        SELECT DISTINCT given.grantee::regrole
        FROM pg_class AS thing CROSS JOIN LATERAL aclexplode(thing.relacl) AS given
        WHERE thing.oid IN ('public.history_entry'::regclass, 'public.history_entry_id_seq'::regclass)
            AND given.grantee NOT IN (0, thing.relowner)
    LOOP
        EXECUTE format('REVOKE ALL ON TABLE public.history_entry FROM %s', other);
        EXECUTE format('REVOKE ALL ON SEQUENCE public.history_entry_id_seq FROM %s', other);
        EXECUTE format('GRANT SELECT ON TABLE public.history_entry TO %s', other);
    END LOOP;
END
$$;
REVOKE ALL ON TABLE public.history_entry FROM PUBLIC;
"""


class Migration(migrations.Migration):
    dependencies = [("history", "0002_entry")]

    # Going back drops the table, and with it its rights.
    operations = [migrations.RunSQL(SEAL, migrations.RunSQL.noop)]
