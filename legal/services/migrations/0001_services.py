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
            name='Legalization',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('membership', models.CharField(choices=[('party', 'Party'), ('not-party', 'Not a party'), ('unknown', 'Not confirmed here')], default='unknown', max_length=9, verbose_name='Apostille Convention')),
                ('in_force_on', models.DateField(blank=True, null=True, verbose_name='in force for it from')),
                ('objections', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=12), blank=True, default=list, size=None, verbose_name='does not work with, since one objected')),
                ('status', models.CharField(choices=[('confirmed', 'Confirmed'), ('to-be-confirmed', 'To be confirmed'), ('unknown', 'Not known here')], default='unknown', max_length=15, verbose_name='what this is worth')),
                ('source_url', models.URLField(blank=True, max_length=500, verbose_name='source')),
                ('checked_on', models.DateField(blank=True, null=True, verbose_name='looked up on')),
                ('jurisdiction', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='legalization', to='reference.jurisdiction', verbose_name='jurisdiction')),
            ],
            options={
                'verbose_name': 'state and the Apostille Convention',
                'verbose_name_plural': 'states and the Apostille Convention',
                'ordering': ['jurisdiction'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('membership', 'unknown'), ('status', 'unknown')), models.Q(models.Q(('membership', 'unknown'), _negated=True), models.Q(('status', 'unknown'), _negated=True), models.Q(('source_url', ''), _negated=True), ('checked_on__isnull', False)), _connector='OR'), name='services_legalization_known_has_its_source', violation_error_message='Give the source and the day it was looked up, and say what it is worth; or leave all as not known.'), models.CheckConstraint(condition=models.Q(models.Q(('in_force_on__isnull', False), ('membership', 'party')), models.Q(models.Q(('membership', 'party'), _negated=True), ('in_force_on', None)), _connector='OR'), name='services_legalization_party_from_a_day', violation_error_message='A party is one from a day; whoever is none has no such day.')],
            },
        ),
        migrations.CreateModel(
            name='Service',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=60, unique=True, verbose_name='slug')),
                ('position', models.PositiveSmallIntegerField(default=1000, verbose_name='position')),
                ('is_shown', models.BooleanField(default=True, verbose_name='shown to readers')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('name_zh_hans', models.CharField(max_length=120, null=True, verbose_name='name')),
                ('name_en', models.CharField(max_length=120, null=True, verbose_name='name')),
                ('name_ru', models.CharField(max_length=120, null=True, verbose_name='name')),
                ('audience', models.TextField(blank=True, verbose_name='who it is for')),
                ('audience_zh_hans', models.TextField(blank=True, null=True, verbose_name='who it is for')),
                ('audience_en', models.TextField(blank=True, null=True, verbose_name='who it is for')),
                ('audience_ru', models.TextField(blank=True, null=True, verbose_name='who it is for')),
                ('description', models.TextField(blank=True, verbose_name='what it is')),
                ('description_zh_hans', models.TextField(blank=True, null=True, verbose_name='what it is')),
                ('description_en', models.TextField(blank=True, null=True, verbose_name='what it is')),
                ('description_ru', models.TextField(blank=True, null=True, verbose_name='what it is')),
                ('apply_today', models.TextField(blank=True, help_text='Shown as long as the portal does not take in this service.', verbose_name='how to apply today')),
                ('apply_today_zh_hans', models.TextField(blank=True, help_text='Shown as long as the portal does not take in this service.', null=True, verbose_name='how to apply today')),
                ('apply_today_en', models.TextField(blank=True, help_text='Shown as long as the portal does not take in this service.', null=True, verbose_name='how to apply today')),
                ('apply_today_ru', models.TextField(blank=True, help_text='Shown as long as the portal does not take in this service.', null=True, verbose_name='how to apply today')),
                ('checked_on', models.DateField(blank=True, editable=False, null=True, verbose_name='held against its articles on')),
                ('changed_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='changed')),
            ],
            options={
                'verbose_name': 'service',
                'verbose_name_plural': 'services',
                'ordering': ['position', 'slug'],
                'permissions': [('translate_service', 'Can translate services')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('name_zh_hans__isnull', False), models.Q(('name_zh_hans', ''), _negated=True)), models.Q(('name_en__isnull', False), models.Q(('name_en', ''), _negated=True)), models.Q(('name_ru__isnull', False), models.Q(('name_ru', ''), _negated=True)), _connector='OR'), name='services_service_has_a_name', violation_error_message='A service needs a name in one language at least.'), models.CheckConstraint(condition=models.Q(('slug__in', ('adviser', 'papers-abroad')), _negated=True), name='services_service_slug_not_reserved', violation_error_message='Another page stands at this address: choose another slug.')],
            },
        ),
        migrations.CreateModel(
            name='Material',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                ('name', models.CharField(max_length=300, verbose_name='what it is')),
                ('name_zh_hans', models.CharField(max_length=300, null=True, verbose_name='what it is')),
                ('name_en', models.CharField(max_length=300, null=True, verbose_name='what it is')),
                ('name_ru', models.CharField(max_length=300, null=True, verbose_name='what it is')),
                ('need', models.CharField(choices=[('always', 'Always'), ('company', 'The applicant is a company or another organisation'), ('represented', 'A representative acts for the applicant'), ('abroad', 'Some papers were made abroad'), ('other-language', 'Some papers are in another language'), ('interim', 'Property or evidence has to be preserved'), ('copy', 'A copy is to be certified'), ('enforceable', 'The instrument is to be enforceable'), ('several', 'Several parties take part'), ('pending', 'A court or tribunal already has the case'), ('wished', 'Only if you wish')], default='always', max_length=14, verbose_name='wanted when')),
                ('formal', models.BooleanField(default=False, verbose_name='needs an apostille or legalization if made abroad')),
                ('service', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='materials', to='services.service', verbose_name='service')),
            ],
            options={
                'verbose_name': 'paper wanted',
                'verbose_name_plural': 'papers wanted',
                'ordering': ['service', 'position', 'pk'],
                'permissions': [('translate_material', 'Can translate papers wanted')],
            },
        ),
        migrations.CreateModel(
            name='Basis',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                ('path', models.CharField(blank=True, help_text='As in its address: article-30.', max_length=250, verbose_name='place')),
                ('name', models.CharField(blank=True, help_text='With its number and article.', max_length=500, verbose_name='name of a law that is not held')),
                ('name_zh_hans', models.CharField(blank=True, help_text='With its number and article.', max_length=500, null=True, verbose_name='name of a law that is not held')),
                ('name_en', models.CharField(blank=True, help_text='With its number and article.', max_length=500, null=True, verbose_name='name of a law that is not held')),
                ('name_ru', models.CharField(blank=True, help_text='With its number and article.', max_length=500, null=True, verbose_name='name of a law that is not held')),
                ('about', models.CharField(blank=True, max_length=300, verbose_name='what it is the basis of')),
                ('about_zh_hans', models.CharField(blank=True, max_length=300, null=True, verbose_name='what it is the basis of')),
                ('about_en', models.CharField(blank=True, max_length=300, null=True, verbose_name='what it is the basis of')),
                ('about_ru', models.CharField(blank=True, max_length=300, null=True, verbose_name='what it is the basis of')),
                ('edition', models.CharField(blank=True, editable=False, max_length=16, verbose_name='edition it was held against')),
                ('wordings', models.JSONField(blank=True, default=dict, editable=False, verbose_name='hashes of the words')),
                ('checked_on', models.DateField(blank=True, editable=False, null=True, verbose_name='held against it on')),
                ('law', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='services', to='laws.law', verbose_name='law')),
                ('service', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='bases', to='services.service', verbose_name='service')),
            ],
            options={
                'verbose_name': 'legal basis',
                'verbose_name_plural': 'legal bases',
                'ordering': ['service', 'position', 'pk'],
                'permissions': [('translate_basis', 'Can translate legal bases')],
                'constraints': [models.CheckConstraint(condition=models.Q(('law__isnull', False), models.Q(('name_zh_hans__isnull', False), models.Q(('name_zh_hans', ''), _negated=True)), models.Q(('name_en__isnull', False), models.Q(('name_en', ''), _negated=True)), models.Q(('name_ru__isnull', False), models.Q(('name_ru', ''), _negated=True)), _connector='OR'), name='services_basis_is_a_law_or_a_name', violation_error_message='Choose a law, or name one that is not held.'), models.CheckConstraint(condition=models.Q(('edition', ''), ('checked_on__isnull', False), _connector='OR'), name='services_basis_snapshot_has_its_day', violation_error_message='An edition was held against on some day.')],
            },
        ),
    ]
