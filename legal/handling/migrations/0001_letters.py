import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('history', '0005_entry_guarded'),
    ]

    operations = [
        migrations.CreateModel(
            name='Letter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(unique=True, verbose_name='short name')),
                ('kind', models.CharField(blank=True, max_length=40, verbose_name='kind of proceeding')),
                ('move', models.CharField(blank=True, max_length=60, verbose_name='move')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('name_zh_hans', models.CharField(max_length=120, null=True, verbose_name='name')),
                ('name_en', models.CharField(max_length=120, null=True, verbose_name='name')),
                ('name_ru', models.CharField(max_length=120, null=True, verbose_name='name')),
                ('body', models.TextField(max_length=4000, verbose_name='text of the letter')),
                ('body_zh_hans', models.TextField(max_length=4000, null=True, verbose_name='text of the letter')),
                ('body_en', models.TextField(max_length=4000, null=True, verbose_name='text of the letter')),
                ('body_ru', models.TextField(max_length=4000, null=True, verbose_name='text of the letter')),
                ('sample', models.BooleanField(default=False, editable=False, verbose_name='sample')),
            ],
            options={
                'verbose_name': 'template of a letter',
                'verbose_name_plural': 'templates of letters',
                'ordering': ['slug'],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='letter',
            trigger=pgtrigger.compiler.Trigger(name='history', sql=pgtrigger.compiler.UpsertTriggerSql(execute="public.history_record('handling.letter', 'id', '', '', '')", func='RETURN NULL;', hash='f84c82f3cd3011736a3b98e48798157aef039ee4', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_history_581f2', table='handling_letter', when='AFTER')),
        ),
    ]
