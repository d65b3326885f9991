import django.db.models.constraints
import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('reference', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Law',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=120, verbose_name='slug')),
                ('folder', models.CharField(blank=True, max_length=200, verbose_name='folder it is kept in')),
                ('kind', models.CharField(choices=[('constitution', 'Constitution'), ('code', 'Code'), ('law', 'Law'), ('regulation', 'Administrative regulation'), ('rule', 'Departmental rule'), ('local-regulation', 'Local regulation'), ('judicial-interpretation', 'Judicial interpretation'), ('decision', 'Decision'), ('treaty', 'Treaty'), ('model-law', 'Model law'), ('other', 'Other document')], default='law', max_length=24, verbose_name='kind')),
                ('unit', models.CharField(choices=[('article', 'Article'), ('section', 'Section')], default='article', max_length=8, verbose_name='unit of its articles')),
                ('number', models.CharField(blank=True, max_length=200, verbose_name='number')),
                ('title', models.CharField(max_length=500, verbose_name='title')),
                ('title_zh_hans', models.CharField(max_length=500, null=True, verbose_name='title')),
                ('title_en', models.CharField(max_length=500, null=True, verbose_name='title')),
                ('title_ru', models.CharField(max_length=500, null=True, verbose_name='title')),
                ('title_key', models.CharField(blank=True, editable=False, max_length=600, verbose_name='sorting key of the title')),
                ('title_key_zh_hans', models.CharField(blank=True, editable=False, max_length=600, null=True, verbose_name='sorting key of the title')),
                ('title_key_en', models.CharField(blank=True, editable=False, max_length=600, null=True, verbose_name='sorting key of the title')),
                ('title_key_ru', models.CharField(blank=True, editable=False, max_length=600, null=True, verbose_name='sorting key of the title')),
                ('short_title', models.CharField(blank=True, max_length=200, verbose_name='short title')),
                ('short_title_zh_hans', models.CharField(blank=True, max_length=200, null=True, verbose_name='short title')),
                ('short_title_en', models.CharField(blank=True, max_length=200, null=True, verbose_name='short title')),
                ('short_title_ru', models.CharField(blank=True, max_length=200, null=True, verbose_name='short title')),
                ('summary', models.TextField(blank=True, verbose_name='summary')),
                ('summary_zh_hans', models.TextField(blank=True, null=True, verbose_name='summary')),
                ('summary_en', models.TextField(blank=True, null=True, verbose_name='summary')),
                ('summary_ru', models.TextField(blank=True, null=True, verbose_name='summary')),
                ('authority', models.CharField(blank=True, max_length=300, verbose_name='adopted by')),
                ('authority_zh_hans', models.CharField(blank=True, max_length=300, null=True, verbose_name='adopted by')),
                ('authority_en', models.CharField(blank=True, max_length=300, null=True, verbose_name='adopted by')),
                ('authority_ru', models.CharField(blank=True, max_length=300, null=True, verbose_name='adopted by')),
                ('adopted', models.DateField(blank=True, null=True, verbose_name='adopted')),
                ('in_force', models.DateField(blank=True, null=True, verbose_name='first in force')),
                ('repealed', models.DateField(blank=True, null=True, verbose_name='repealed')),
                ('original_language', models.CharField(default='zh', max_length=12, verbose_name='language of the original')),
                ('source', models.CharField(blank=True, max_length=500, verbose_name='where the official text stands')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='added')),
                ('changed_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='changed')),
                ('jurisdiction', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='laws', to='reference.jurisdiction', verbose_name='jurisdiction')),
                ('region', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='laws', to='reference.region', verbose_name='region')),
                ('topics', models.ManyToManyField(blank=True, related_name='laws', to='reference.topic', verbose_name='topics')),
            ],
            options={
                'verbose_name': 'law',
                'verbose_name_plural': 'laws',
                'ordering': ['jurisdiction', 'slug'],
                'indexes': [models.Index(fields=['-changed_at'], name='laws_law_changed')],
                'constraints': [models.UniqueConstraint(fields=('jurisdiction', 'slug'), name='laws_law_slug_unique_in_jurisdiction', violation_error_message='This jurisdiction already has a law with this slug.'), models.UniqueConstraint(condition=models.Q(('folder', ''), _negated=True), fields=('jurisdiction', 'folder'), name='laws_law_folder_unique_in_jurisdiction', violation_error_message='This jurisdiction already has a law kept in this folder.')],
            },
        ),
        migrations.CreateModel(
            name='Edition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.CharField(max_length=16, verbose_name='date in addresses')),
                ('adopted', models.DateField(blank=True, null=True, verbose_name='adopted')),
                ('in_force', models.DateField(blank=True, null=True, verbose_name='in force from')),
                ('in_force_source', models.CharField(blank=True, choices=[('header', 'the header of the text'), ('clause', 'the commencement clause'), ('folder', "the law's record")], max_length=8, verbose_name='known from')),
                ('day', models.DateField(blank=True, editable=False, null=True, verbose_name='day it is ordered by')),
                ('until', models.DateField(blank=True, null=True, verbose_name='in force until')),
                ('amended_by', models.CharField(blank=True, max_length=500, verbose_name='amended by')),
                ('changed_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='changed')),
                ('law', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='editions', to='laws.law', verbose_name='law')),
            ],
            options={
                'verbose_name': 'edition',
                'verbose_name_plural': 'editions',
                'ordering': [models.OrderBy(models.F('day'), nulls_first=True), 'pk'],
                'constraints': [models.UniqueConstraint(fields=('law', 'slug'), name='laws_edition_date_unique_in_law', violation_error_message='This law already has an edition of this date.'), models.CheckConstraint(condition=models.Q(models.Q(('day', models.F('in_force')), ('in_force__isnull', False)), models.Q(('adopted__isnull', False), ('day', models.F('adopted')), ('in_force', None)), models.Q(('adopted', None), ('day', None), ('in_force', None)), _connector='OR'), name='laws_edition_day_is_in_force_else_adopted', violation_error_message='An edition is ordered by the day it came into force, else by its adoption.')],
            },
        ),
        migrations.CreateModel(
            name='LawName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=500, verbose_name='name')),
                ('key', models.CharField(editable=False, max_length=500, verbose_name='how names are compared')),
                ('law', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='names', to='laws.law', verbose_name='law')),
            ],
            options={
                'verbose_name': 'name of a law',
                'verbose_name_plural': 'names of laws',
                'ordering': ['pk'],
                'indexes': [models.Index(fields=['key'], name='laws_name_key')],
                'constraints': [models.UniqueConstraint(fields=('law', 'key'), name='laws_name_once_per_law')],
            },
        ),
        migrations.CreateModel(
            name='Change',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('law-added', 'Law added'), ('edition-added', 'Edition added'), ('text-added', 'Text added'), ('text-changed', 'Text changed'), ('repealed', 'Repealed')], max_length=16, verbose_name='kind')),
                ('language', models.CharField(blank=True, max_length=12, verbose_name='language')),
                ('provisions', models.PositiveIntegerField(default=0, verbose_name='provisions')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='when')),
                ('edition', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='changes', to='laws.edition', verbose_name='edition')),
                ('law', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='changes', to='laws.law', verbose_name='law')),
            ],
            options={
                'verbose_name': 'change',
                'verbose_name_plural': 'changes',
                'ordering': ['-at', '-pk'],
                'indexes': [models.Index(fields=['-at', '-id'], name='laws_change_newest')],
            },
        ),
        migrations.CreateModel(
            name='Provision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('title', 'Title'), ('preamble', 'Preamble'), ('part', 'Part'), ('chapter', 'Chapter'), ('section', 'Section'), ('article', 'Article'), ('paragraph', 'Paragraph'), ('annex', 'Annex'), ('table', 'Table'), ('signature', 'Signature'), ('note', 'Note')], max_length=10, verbose_name='kind')),
                ('number', models.CharField(blank=True, max_length=40, verbose_name='number')),
                ('path', models.CharField(max_length=250, verbose_name='place in addresses')),
                ('position', models.PositiveIntegerField(verbose_name='position')),
                ('depth', models.PositiveSmallIntegerField(default=0, verbose_name='depth')),
                ('repeated', models.BooleanField(default=False, verbose_name='repeats a number of its container')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='provisions', to='laws.edition', verbose_name='edition')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='children', to='laws.provision', verbose_name='parent')),
            ],
            options={
                'verbose_name': 'provision',
                'verbose_name_plural': 'provisions',
                'ordering': ['edition', 'position'],
                'constraints': [models.UniqueConstraint(fields=('edition', 'path'), name='laws_provision_path_unique_in_edition', violation_error_message='This edition already has a provision at this place.'), models.UniqueConstraint(deferrable=django.db.models.constraints.Deferrable['DEFERRED'], fields=('edition', 'position'), name='laws_provision_position_unique_in_edition')],
            },
        ),
        migrations.CreateModel(
            name='Citation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(max_length=12, verbose_name='language')),
                ('start', models.PositiveIntegerField(verbose_name='first character')),
                ('end', models.PositiveIntegerField(verbose_name='character after the last')),
                ('name', models.CharField(blank=True, max_length=500, verbose_name='name as printed')),
                ('key', models.CharField(blank=True, editable=False, max_length=500, verbose_name='how names are compared')),
                ('path', models.CharField(blank=True, max_length=250, verbose_name='cited place')),
                ('law', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='citations', to='laws.law', verbose_name='cited law')),
                ('provision', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='citations', to='laws.provision', verbose_name='citing provision')),
            ],
            options={
                'verbose_name': 'citation',
                'verbose_name_plural': 'citations',
                'ordering': ['provision', 'language', 'start'],
                'indexes': [models.Index(fields=['law', 'path'], name='laws_citation_cited'), models.Index(condition=models.Q(('law', None)), fields=['key'], name='laws_citation_waiting')],
                'constraints': [models.CheckConstraint(condition=models.Q(('end__gt', models.F('start'))), name='laws_citation_span_has_length')],
            },
        ),
        migrations.CreateModel(
            name='ProvisionText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(max_length=12, verbose_name='language')),
                ('label', models.CharField(blank=True, max_length=200, verbose_name='label as printed')),
                ('heading', models.TextField(blank=True, verbose_name='heading as printed')),
                ('body', models.TextField(blank=True, verbose_name='body')),
                ('status', models.CharField(choices=[('official', 'Official text'), ('translation', 'Translation'), ('machine', 'Machine translation'), ('digest', 'Digest')], max_length=11, verbose_name='status')),
                ('source', models.CharField(blank=True, max_length=500, verbose_name='source')),
                ('wording', models.CharField(editable=False, max_length=32, verbose_name='hash of the wording')),
                ('based_on', models.CharField(blank=True, editable=False, max_length=32, verbose_name='hash of the original it translates')),
                ('provision', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='texts', to='laws.provision', verbose_name='provision')),
            ],
            options={
                'verbose_name': 'text of a provision',
                'verbose_name_plural': 'texts of provisions',
                'ordering': ['provision', 'language'],
                'constraints': [models.UniqueConstraint(fields=('provision', 'language'), name='laws_text_once_per_language', violation_error_message='This provision already has a text in this language.'), models.CheckConstraint(condition=models.Q(models.Q(('status', 'digest'), _negated=True), ('based_on', ''), _connector='OR'), name='laws_text_digest_never_goes_stale', violation_error_message='A digest is not the translation of one wording.')],
            },
        ),
    ]
