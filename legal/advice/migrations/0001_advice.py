import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('files', '0003_newest_first'),
        ('laws', '0007_rights_to_translate'),
        ('matters', '0005_declarations'),
        ('reference', '0003_rights_to_translate'),
    ]

    operations = [
        migrations.CreateModel(
            name='Letter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(verbose_name='position')),
                ('language', models.CharField(choices=[('zh-hans', '中文'), ('en', 'English'), ('ru', 'Русский')], max_length=10, verbose_name='language')),
                ('body', models.TextField(blank=True, max_length=20000, verbose_name='text')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='when')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='letters', to='matters.matter', verbose_name='matter')),
                ('paper', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.file', verbose_name='letter as a PDF')),
                ('reviewed', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.file', verbose_name='the contract with the remarks in it')),
                ('signed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='signed by')),
            ],
            options={
                'verbose_name': 'letter of a staff lawyer',
                'verbose_name_plural': 'letters of staff lawyers',
                'ordering': ['position'],
                'default_permissions': (),
                'indexes': [models.Index(condition=models.Q(('paper', None)), fields=['at'], name='advice_letter_waiting')],
                'constraints': [models.UniqueConstraint(fields=('matter', 'position'), name='advice_letter_one_a_place', violation_error_message='Another letter stands in this place.')],
            },
        ),
        migrations.CreateModel(
            name='Question',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(max_length=5000, verbose_name='question')),
                ('answer_in', models.CharField(choices=[('zh-hans', '中文'), ('en', 'English'), ('ru', 'Русский')], max_length=10, verbose_name='language of the answer')),
                ('urgency', models.CharField(choices=[('none', 'No day is waiting for the answer'), ('weeks', 'We have to decide within some weeks'), ('days', 'We have to act within days')], default='none', max_length=8, verbose_name='how urgent it is')),
                ('country', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='reference.jurisdiction', verbose_name='about the law of')),
                ('matter', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='question', to='matters.matter', verbose_name='matter')),
                ('topic', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='reference.topic', verbose_name='field of law')),
            ],
            options={
                'verbose_name': 'question of law',
                'verbose_name_plural': 'questions of law',
                'permissions': [('handle_question', 'Can answer questions of law')],
                'default_permissions': ('view',),
            },
        ),
        migrations.CreateModel(
            name='Remark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('clause', models.CharField(max_length=60, verbose_name='clause')),
                ('severity', models.CharField(choices=[('risk', 'Do not sign it so'), ('change', 'Should be changed'), ('note', 'To be known')], max_length=8, verbose_name='weight')),
                ('body', models.TextField(max_length=3000, verbose_name='remark')),
                ('proposal', models.TextField(blank=True, max_length=3000, verbose_name='proposed wording')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='when')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='written by')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='remarks', to='matters.matter', verbose_name='matter')),
            ],
            options={
                'verbose_name': 'remark on a contract',
                'verbose_name_plural': 'remarks on contracts',
                'ordering': ['pk'],
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='Review',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('counterparty', models.CharField(max_length=200, verbose_name='the other side of the contract')),
                ('points', models.TextField(blank=True, max_length=3000, verbose_name='what to look at')),
                ('answer_in', models.CharField(choices=[('zh-hans', '中文'), ('en', 'English'), ('ru', 'Русский')], max_length=10, verbose_name='language of the remarks')),
                ('wished_by', models.DateField(blank=True, null=True, verbose_name='wished by')),
                ('contract', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='matters.produced', verbose_name='the contract')),
                ('governing', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='reference.jurisdiction', verbose_name='law of the contract')),
                ('matter', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='review', to='matters.matter', verbose_name='matter')),
            ],
            options={
                'verbose_name': 'contract review',
                'verbose_name_plural': 'contract reviews',
                'permissions': [('handle_review', 'Can review contracts')],
                'default_permissions': ('view',),
            },
        ),
        migrations.CreateModel(
            name='Article',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('path', models.CharField(blank=True, max_length=250, verbose_name='place')),
                ('law', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='laws.law', verbose_name='law')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='articles', to='matters.matter', verbose_name='matter')),
            ],
            options={
                'verbose_name': 'article a question names',
                'verbose_name_plural': 'articles a question names',
                'ordering': ['pk'],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('matter', 'law', 'path'), name='advice_article_once', violation_error_message='This article is named already.')],
            },
        ),
    ]
