"""The two functions behind the triggers of the history.

Recording runs with the rights of the owner, who alone may write the history, and names everything with its schema:
no role can put a table or a function of its own in the way. Nobody else may call either, or hang it on a table.
"""

from django.db import migrations

RECORD = """
CREATE FUNCTION public.history_record() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    -- The model of the record, the column with its key, the model of the row where that is a part of the record,
    -- columns that are not kept, columns of which only the change is kept.
    model text := TG_ARGV[0];
    key_column text := TG_ARGV[1];
    part text := TG_ARGV[2];
    unkept text[] := string_to_array(TG_ARGV[3], ',');
    secret text[] := string_to_array(TG_ARGV[4], ',');
    origin jsonb := NULLIF(current_setting('pghistory.context_metadata', true), '')::jsonb;
    old_values jsonb;
    new_values jsonb;
    key text;
    name text;
BEGIN
    IF TG_OP <> 'INSERT' THEN
        old_values := to_jsonb(OLD) - unkept;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        new_values := to_jsonb(NEW) - unkept;
    END IF;
    key := COALESCE(new_values, old_values) ->> key_column;
    IF TG_OP = 'UPDATE' THEN
        SELECT jsonb_object_agg(o.key, o.value), jsonb_object_agg(n.key, n.value) INTO old_values, new_values
        FROM jsonb_each(old_values) AS o JOIN jsonb_each(new_values) AS n ON o.key = n.key
        WHERE o.value <> n.value;
        IF new_values IS NULL THEN
            RETURN NULL;
        END IF;
    END IF;
    FOREACH name IN ARRAY secret LOOP
        old_values := jsonb_set(old_values, ARRAY[name], '"***"', false);
        new_values := jsonb_set(new_values, ARRAY[name], '"***"', false);
    END LOOP;
    INSERT INTO public.history_entry
        ("at", "kind", "model", "key", "part", "before", "after", "by", "context", "origin", "role")
    VALUES (
        clock_timestamp(), lower(TG_OP), model, key, part, old_values, new_values, (origin ->> 'user')::bigint,
        NULLIF(current_setting('pghistory.context_id', true), '')::uuid, origin - 'user', session_user
    );
    RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION public.history_record() FROM PUBLIC;
"""

REFUSE = """
CREATE FUNCTION public.history_refuse() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RAISE EXCEPTION 'permission denied: rows of % are added, and never changed or deleted', TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END
$$;
REVOKE ALL ON FUNCTION public.history_refuse() FROM PUBLIC;
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.RunSQL(RECORD, "DROP FUNCTION public.history_record()"),
        migrations.RunSQL(REFUSE, "DROP FUNCTION public.history_refuse()"),
    ]
