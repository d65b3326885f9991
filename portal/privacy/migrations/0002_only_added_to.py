"""What is only added to, and who may remove it after all.

The functions belong to the owner of the tables. The site's role passes no trigger: neither with `UPDATE` or `DELETE`
nor by a setting of its session. What has grown old is removed by functions that run as the owner and look first.
"""

from django.db import migrations

FUNCTIONS = """
CREATE FUNCTION privacy_only_added_to() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID) THEN
        IF TG_OP = 'DELETE' THEN
            RETURN OLD;
        END IF;
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'What stands in % is neither changed nor removed.', TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation';
END
$$;

CREATE FUNCTION privacy_forget_security_events(before timestamptz) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    removed bigint;
BEGIN
    IF before > now() - interval '6 months' THEN
        RAISE EXCEPTION 'Security events are kept for six months at least.'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    DELETE FROM privacy_securityevent WHERE at < before;
    GET DIAGNOSTICS removed = ROW_COUNT;
    RETURN removed;
END
$$;

CREATE FUNCTION privacy_forget_consents(before timestamptz) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    removed bigint;
    forgotten bigint[];
BEGIN
    WITH gone AS (DELETE FROM privacy_withdrawal WHERE at < before RETURNING consent_id)
    SELECT array_agg(consent_id) INTO forgotten FROM gone;
    DELETE FROM privacy_consent WHERE id = ANY (forgotten);
    GET DIAGNOSTICS removed = ROW_COUNT;
    RETURN removed;
END
$$;
"""
TRIGGERS = """
CREATE TRIGGER privacy_consent_only_added_to BEFORE UPDATE OR DELETE ON privacy_consent
    FOR EACH ROW EXECUTE FUNCTION privacy_only_added_to();
CREATE TRIGGER privacy_withdrawal_only_added_to BEFORE UPDATE OR DELETE ON privacy_withdrawal
    FOR EACH ROW EXECUTE FUNCTION privacy_only_added_to();
CREATE TRIGGER privacy_securityevent_only_added_to BEFORE UPDATE OR DELETE ON privacy_securityevent
    FOR EACH ROW EXECUTE FUNCTION privacy_only_added_to();
CREATE TRIGGER privacy_text_stands BEFORE UPDATE OR DELETE ON privacy_consenttext
    FOR EACH ROW WHEN (OLD.in_force_from IS NOT NULL) EXECUTE FUNCTION privacy_only_added_to();
"""
NO_TRIGGERS = """
DROP TRIGGER privacy_text_stands ON privacy_consenttext;
DROP TRIGGER privacy_securityevent_only_added_to ON privacy_securityevent;
DROP TRIGGER privacy_withdrawal_only_added_to ON privacy_withdrawal;
DROP TRIGGER privacy_consent_only_added_to ON privacy_consent;
"""
NO_FUNCTIONS = """
DROP FUNCTION privacy_forget_consents(timestamptz);
DROP FUNCTION privacy_forget_security_events(timestamptz);
DROP FUNCTION privacy_only_added_to();
"""


class Migration(migrations.Migration):
    dependencies = [("privacy", "0001_initial")]

    operations = [migrations.RunSQL(FUNCTIONS, NO_FUNCTIONS), migrations.RunSQL(TRIGGERS, NO_TRIGGERS)]
