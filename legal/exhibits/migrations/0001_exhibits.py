import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('enterprises', '0003_sheet_file'),
        ('files', '0003_newest_first'),
        ('reference', '0003_rights_to_translate'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Exhibit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(editable=False, max_length=12, unique=True, verbose_name='key')),
                ('number', models.PositiveIntegerField(editable=False, verbose_name='number in the list')),
                ('sha256', models.CharField(editable=False, max_length=64, verbose_name='SHA-256 at receipt')),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('purpose', models.CharField(blank=True, max_length=500, verbose_name='what it proves')),
                ('worded_in', models.CharField(choices=[('zh-hans', '中文'), ('en', 'English'), ('ru', 'Русский')], max_length=10, verbose_name='language of name and purpose')),
                ('kind', models.CharField(choices=[('contract', 'Contract or annex to one'), ('correspondence', 'Correspondence'), ('payment', 'Invoice or payment'), ('shipping', 'Transport or customs document'), ('official', 'Document of an authority, court or register'), ('authority', 'Power of attorney or resolution'), ('opinion', 'Opinion of an appraiser or expert'), ('picture', 'Photograph or screenshot'), ('other', 'Something else')], max_length=16, verbose_name='kind')),
                ('form', models.CharField(choices=[('original', 'Original'), ('copy', 'Copy'), ('certified', 'Certified copy'), ('electronic', 'Exists only as a file')], max_length=12, verbose_name='original or copy')),
                ('language', models.CharField(max_length=3, verbose_name='language of the document')),
                ('second_language', models.CharField(blank=True, max_length=3, verbose_name='second language of the document')),
                ('source', models.CharField(blank=True, max_length=200, verbose_name='where it comes from')),
                ('dated', models.DateField(blank=True, null=True, verbose_name='date of the document')),
                ('pages', models.PositiveIntegerField(blank=True, null=True, verbose_name='pages')),
                ('legalization', models.CharField(choices=[('unknown', 'Not known'), ('not-needed', 'Not needed'), ('needed', 'Needed, not there yet'), ('apostille', 'Apostille'), ('legalized', 'Consular legalization')], default='unknown', max_length=12, verbose_name='apostille or legalization')),
                ('legalization_number', models.CharField(blank=True, max_length=60, verbose_name='number of the certificate')),
                ('legalized_on', models.DateField(blank=True, null=True, verbose_name='day of the certificate')),
                ('translator', models.CharField(blank=True, max_length=200, verbose_name='translator')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                ('added_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='added')),
                ('withdrawn_at', models.DateTimeField(editable=False, null=True, verbose_name='withdrawn from the list')),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='added by')),
                ('enterprise', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='exhibits', to='enterprises.enterprise', verbose_name='enterprise')),
                ('file', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.file', verbose_name='file')),
                ('made_in', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='reference.jurisdiction', verbose_name='made in the country')),
                ('replaces', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaced_by', to='exhibits.exhibit', verbose_name='takes the place of')),
                ('translation_of', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='translations', to='exhibits.exhibit', verbose_name='translation of')),
            ],
            options={
                'verbose_name': 'exhibit',
                'verbose_name_plural': 'exhibits',
                'ordering': ['enterprise', 'number'],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('enterprise', 'number'), name='exhibits_number_once', violation_error_message='The list has an exhibit of this number already.'), models.UniqueConstraint(condition=models.Q(('withdrawn_at', None)), fields=('enterprise', 'sha256'), name='exhibits_file_once', violation_error_message='This very file is in the list already.'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='exhibits_has_a_name', violation_error_message='An exhibit has a name.'), models.CheckConstraint(condition=models.Q(('sha256__regex', '^[0-9a-f]{64}$')), name='exhibits_has_checksum', violation_error_message='An exhibit has the checksum its file was received with.'), models.CheckConstraint(condition=models.Q(('pages', None), ('pages__gt', 0), _connector='OR'), name='exhibits_has_pages', violation_error_message='A document has one page at least.'), models.CheckConstraint(condition=models.Q(('second_language', ''), models.Q(models.Q(('second_language', models.F('language')), _negated=True), models.Q(('language', 'zxx'), _negated=True), models.Q(('second_language', 'zxx'), _negated=True)), _connector='OR'), name='exhibits_two_languages_differ', violation_error_message='The second language is another one than the first.'), models.CheckConstraint(condition=models.Q(('legalization__in', ('apostille', 'legalized')), models.Q(('legalization_number', ''), ('legalized_on', None)), _connector='OR'), name='exhibits_certificate_of_a_kind', violation_error_message='A number and a day are those of an apostille or a legalization.'), models.CheckConstraint(condition=models.Q(('translator', ''), ('translation_of__isnull', False), _connector='OR'), name='exhibits_translator_of_a_translation', violation_error_message='A translator is named for a translation: say what it translates.'), models.CheckConstraint(condition=models.Q(models.Q(('translation_of', None), models.Q(('translation_of', models.F('id')), _negated=True), _connector='OR'), models.Q(('replaces', None), models.Q(('replaces', models.F('id')), _negated=True), _connector='OR')), name='exhibits_not_of_itself', violation_error_message='An exhibit neither translates nor replaces itself.')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='exhibit',
            trigger=pgtrigger.compiler.Trigger(name='as_received', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."key" IS DISTINCT FROM (NEW."key") OR OLD."enterprise_id" IS DISTINCT FROM (NEW."enterprise_id") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."file_id" IS DISTINCT FROM (NEW."file_id") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."replaces_id" IS DISTINCT FROM (NEW."replaces_id") OR OLD."added_by_id" IS DISTINCT FROM (NEW."added_by_id") OR OLD."added_at" IS DISTINCT FROM (NEW."added_at"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='727b54eb60de2744320291bcb7cd25993f844985', operation='UPDATE', pgid='pgtrigger_as_received_941f2', table='exhibits_exhibit', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='exhibit',
            trigger=pgtrigger.compiler.Trigger(name='of_one_list', sql=pgtrigger.compiler.UpsertTriggerSql(func="\nIF EXISTS (\n    SELECT FROM exhibits_exhibit AS other\n    WHERE other.id IN (NEW.translation_of_id, NEW.replaces_id) AND other.enterprise_id <> NEW.enterprise_id\n) THEN\n    RAISE EXCEPTION 'An exhibit refers to one of another enterprise.' USING ERRCODE = 'check_violation';\nEND IF;\nRETURN NEW;\n", hash='9719e39e76fc1887dad0b2aa4a9c375935a0bc41', operation='INSERT OR UPDATE', pgid='pgtrigger_of_one_list_5e8d0', table='exhibits_exhibit', when='BEFORE')),
        ),
    ]
