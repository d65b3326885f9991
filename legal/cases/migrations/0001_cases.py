import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('laws', '0007_rights_to_translate'),
        ('reference', '0003_rights_to_translate'),
    ]

    operations = [
        migrations.CreateModel(
            name='Case',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=120, verbose_name='slug')),
                ('record', models.CharField(blank=True, max_length=200, verbose_name='name of its record')),
                ('court', models.CharField(blank=True, max_length=300, verbose_name='court')),
                ('court_zh_hans', models.CharField(blank=True, max_length=300, null=True, verbose_name='court')),
                ('court_en', models.CharField(blank=True, max_length=300, null=True, verbose_name='court')),
                ('court_ru', models.CharField(blank=True, max_length=300, null=True, verbose_name='court')),
                ('court_level', models.CharField(blank=True, choices=[('supreme', 'Supreme court'), ('high', 'High court or court of appeal'), ('intermediate', 'Intermediate or regional court'), ('basic', 'Court of first instance'), ('arbitral-tribunal', 'Arbitral tribunal or panel')], max_length=20, verbose_name='level of the court')),
                ('number', models.CharField(blank=True, max_length=200, verbose_name='docket number')),
                ('number_key', models.CharField(blank=True, editable=False, max_length=200, verbose_name='how docket numbers are compared')),
                ('decided', models.DateField(blank=True, null=True, verbose_name='decided')),
                ('title', models.CharField(max_length=500, verbose_name='title')),
                ('title_zh_hans', models.CharField(max_length=500, null=True, verbose_name='title')),
                ('title_en', models.CharField(max_length=500, null=True, verbose_name='title')),
                ('title_ru', models.CharField(max_length=500, null=True, verbose_name='title')),
                ('parties', models.TextField(blank=True, verbose_name='parties')),
                ('parties_zh_hans', models.TextField(blank=True, null=True, verbose_name='parties')),
                ('parties_en', models.TextField(blank=True, null=True, verbose_name='parties')),
                ('parties_ru', models.TextField(blank=True, null=True, verbose_name='parties')),
                ('facts', models.TextField(blank=True, verbose_name='facts')),
                ('facts_zh_hans', models.TextField(blank=True, null=True, verbose_name='facts')),
                ('facts_en', models.TextField(blank=True, null=True, verbose_name='facts')),
                ('facts_ru', models.TextField(blank=True, null=True, verbose_name='facts')),
                ('issue', models.TextField(blank=True, verbose_name='issue')),
                ('issue_zh_hans', models.TextField(blank=True, null=True, verbose_name='issue')),
                ('issue_en', models.TextField(blank=True, null=True, verbose_name='issue')),
                ('issue_ru', models.TextField(blank=True, null=True, verbose_name='issue')),
                ('holding', models.TextField(blank=True, verbose_name='holding')),
                ('holding_zh_hans', models.TextField(blank=True, null=True, verbose_name='holding')),
                ('holding_en', models.TextField(blank=True, null=True, verbose_name='holding')),
                ('holding_ru', models.TextField(blank=True, null=True, verbose_name='holding')),
                ('significance', models.TextField(blank=True, verbose_name='significance')),
                ('significance_zh_hans', models.TextField(blank=True, null=True, verbose_name='significance')),
                ('significance_en', models.TextField(blank=True, null=True, verbose_name='significance')),
                ('significance_ru', models.TextField(blank=True, null=True, verbose_name='significance')),
                ('status', models.CharField(choices=[('official', 'Official text'), ('translation', 'Translation'), ('machine', 'Machine translation'), ('digest', 'Digest')], max_length=11, verbose_name='what its telling is worth')),
                ('original_language', models.CharField(default='zh', max_length=12, verbose_name='language of the original')),
                ('languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=12), default=list, editable=False, size=None, verbose_name='languages it has words in')),
                ('source', models.CharField(blank=True, max_length=500, verbose_name='where it was published')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='added')),
                ('changed_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='changed')),
                ('jurisdiction', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cases', to='reference.jurisdiction', verbose_name='jurisdiction')),
                ('topics', models.ManyToManyField(blank=True, related_name='cases', to='reference.topic', verbose_name='topics')),
            ],
            options={
                'verbose_name': 'case',
                'verbose_name_plural': 'cases',
                'ordering': [models.OrderBy(models.F('decided'), descending=True, nulls_last=True), '-pk'],
                'permissions': [('translate_case', 'Can translate what is told of cases')],
                'indexes': [models.Index(models.OrderBy(models.F('decided'), descending=True, nulls_last=True), models.OrderBy(models.F('id'), descending=True), name='cases_case_newest'), models.Index(fields=['-changed_at', '-id'], name='cases_case_changed'), models.Index(fields=['-created_at', '-id'], name='cases_case_added'), models.Index(condition=models.Q(('number_key', ''), _negated=True), fields=['number_key'], name='cases_case_number')],
                'constraints': [models.UniqueConstraint(fields=('jurisdiction', 'slug'), name='cases_case_slug_unique_in_jurisdiction', violation_error_message='This jurisdiction already has a case with this slug.'), models.UniqueConstraint(condition=models.Q(('record', ''), _negated=True), fields=('jurisdiction', 'record'), name='cases_case_record_unique_in_jurisdiction', violation_error_message='This jurisdiction already has a case from this record.'), models.CheckConstraint(condition=models.Q(models.Q(('title_zh_hans__isnull', False), models.Q(('title_zh_hans', ''), _negated=True)), models.Q(('title_en__isnull', False), models.Q(('title_en', ''), _negated=True)), models.Q(('title_ru__isnull', False), models.Q(('title_ru', ''), _negated=True)), _connector='OR'), name='cases_case_has_a_title', violation_error_message='A case needs a title in one language at least.')],
            },
        ),
        migrations.CreateModel(
            name='CaseProvision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('path', models.CharField(blank=True, max_length=250, verbose_name='applied place')),
                ('name', models.CharField(max_length=500, verbose_name='name as printed')),
                ('key', models.CharField(blank=True, editable=False, max_length=500, verbose_name='how names are compared')),
                ('stated', models.BooleanField(default=False, verbose_name='named by the record')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='applied', to='cases.case', verbose_name='case')),
                ('edition', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='applied_by', to='laws.edition', verbose_name='edition of the day of decision')),
                ('law', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='applied_by', to='laws.law', verbose_name='applied law')),
            ],
            options={
                'verbose_name': 'applied provision',
                'verbose_name_plural': 'applied provisions',
                'ordering': ['case', 'position', 'pk'],
                'indexes': [models.Index(fields=['law', 'path', 'case'], name='cases_applied_place'), models.Index(condition=models.Q(('law', None)), fields=['key'], name='cases_applied_waiting')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('law__isnull', False)), fields=('case', 'law', 'path'), name='cases_applied_once', violation_error_message='This case applies this provision already.'), models.UniqueConstraint(condition=models.Q(('law', None)), fields=('case', 'name', 'path'), name='cases_applied_once_by_name', violation_error_message='This case applies this provision already.'), models.CheckConstraint(condition=models.Q(('edition', None), ('law__isnull', False), _connector='OR'), name='cases_applied_edition_is_of_a_law', violation_error_message='An edition is the edition of a law that is held.'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='cases_applied_has_a_name', violation_error_message='An applied law has a name.')],
            },
        ),
        migrations.CreateModel(
            name='CaseRelation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('follows', 'Follows'), ('distinguishes', 'Distinguishes'), ('departs-from', 'Departs from'), ('overrules', 'Overrules'), ('affirms', 'Affirms'), ('reverses', 'Reverses')], max_length=16, verbose_name='relation')),
                ('name', models.CharField(max_length=300, verbose_name='name of the other case')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='relations', to='cases.case', verbose_name='case')),
                ('other', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='related_by', to='cases.case', verbose_name='other case')),
            ],
            options={
                'verbose_name': 'relation of cases',
                'verbose_name_plural': 'relations of cases',
                'ordering': ['case', 'pk'],
                'indexes': [models.Index(condition=models.Q(('other', None)), fields=['name'], name='cases_relation_waiting')],
                'constraints': [models.UniqueConstraint(fields=('case', 'kind', 'name'), name='cases_relation_once', violation_error_message='This relation of the case is told already.'), models.CheckConstraint(condition=models.Q(('other', None), models.Q(('other', models.F('case')), _negated=True), _connector='OR'), name='cases_relation_is_to_another_case', violation_error_message='A case stands in no relation to itself.'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='cases_relation_has_a_name', violation_error_message='The other case has a name.')],
            },
        ),
        migrations.CreateModel(
            name='CaseText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(max_length=12, verbose_name='language')),
                ('body', models.TextField(verbose_name='body')),
                ('status', models.CharField(choices=[('official', 'Official text'), ('translation', 'Translation'), ('machine', 'Machine translation'), ('digest', 'Digest')], max_length=11, verbose_name='status')),
                ('source', models.CharField(blank=True, max_length=500, verbose_name='source')),
                ('wording', models.CharField(editable=False, max_length=32, verbose_name='hash of the wording')),
                ('based_on', models.CharField(blank=True, editable=False, max_length=32, verbose_name='hash of the original it translates')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='texts', to='cases.case', verbose_name='case')),
            ],
            options={
                'verbose_name': 'text of a case',
                'verbose_name_plural': 'texts of cases',
                'ordering': ['case', 'language'],
                'constraints': [models.UniqueConstraint(fields=('case', 'language'), name='cases_text_once_per_language', violation_error_message='This case already has a text in this language.'), models.CheckConstraint(condition=models.Q(('body', ''), _negated=True), name='cases_text_has_words', violation_error_message='A text of a case has words.'), models.CheckConstraint(condition=models.Q(models.Q(('status', 'digest'), _negated=True), ('based_on', ''), _connector='OR'), name='cases_text_digest_never_goes_stale', violation_error_message='A digest is not the translation of one wording.')],
            },
        ),
        migrations.CreateModel(
            name='CaseMention',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('start', models.PositiveIntegerField(verbose_name='first character')),
                ('end', models.PositiveIntegerField(verbose_name='character after the last')),
                ('applied', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mentions', to='cases.caseprovision', verbose_name='applied provision')),
                ('text', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mentions', to='cases.casetext', verbose_name='text')),
            ],
            options={
                'verbose_name': 'mention of a provision',
                'verbose_name_plural': 'mentions of provisions',
                'ordering': ['text', 'start'],
                'constraints': [models.CheckConstraint(condition=models.Q(('end__gt', models.F('start'))), name='cases_mention_span_has_length', violation_error_message='A mention has a beginning before its end.')],
            },
        ),
    ]
