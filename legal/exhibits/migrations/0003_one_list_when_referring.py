"""Whether an exhibit refers to one of another list is looked for where it refers to any."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('exhibits', '0002_history'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='exhibit',
            name='of_one_list',
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='exhibit',
            trigger=pgtrigger.compiler.Trigger(name='of_one_list', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."translation_of_id" IS NOT NULL OR NEW."replaces_id" IS NOT NULL)', func="\nIF EXISTS (\n    SELECT FROM exhibits_exhibit AS other\n    WHERE other.id IN (NEW.translation_of_id, NEW.replaces_id) AND other.enterprise_id <> NEW.enterprise_id\n) THEN\n    RAISE EXCEPTION 'An exhibit refers to one of another enterprise.' USING ERRCODE = 'check_violation';\nEND IF;\nRETURN NEW;\n", hash='9917bea1d57997420aba4c96afdf146d7029f605', operation='INSERT OR UPDATE', pgid='pgtrigger_of_one_list_5e8d0', table='exhibits_exhibit', when='BEFORE')),
        ),
    ]
