"""Whoever has the right to write the history after all, by a restored copy or by mistake, is refused nevertheless.

The function runs as whoever writes: as the owner where the history's own function does, and nowhere else.
"""

from django.db import migrations

GUARD = """
CREATE FUNCTION public.history_guard() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF current_user <> (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID) THEN
        RAISE EXCEPTION 'permission denied: rows of % are written by the triggers of the history', TG_TABLE_NAME
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;
REVOKE ALL ON FUNCTION public.history_guard() FROM PUBLIC;
"""


class Migration(migrations.Migration):
    dependencies = [("history", "0003_entry_sealed")]

    operations = [migrations.RunSQL(GUARD, "DROP FUNCTION public.history_guard()")]
