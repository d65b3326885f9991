import django.db.models.constraints
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('exhibits', '0002_history'),
        ('matters', '0002_history'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Produced',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField(verbose_name='number in the matter')),
                ('side', models.CharField(choices=[('applicant', 'Applicant'), ('respondent', 'Respondent'), ('third', 'Third party')], max_length=12, verbose_name='side')),
                ('audience', models.CharField(choices=[('everyone', 'All sides and the institution'), ('side', 'One’s own side and the institution'), ('institution', 'The institution alone')], max_length=12, verbose_name='who is shown it')),
                ('produced_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='produced')),
                ('exhibit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='produced', to='exhibits.exhibit', verbose_name='exhibit')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='produced', to='matters.matter', verbose_name='matter')),
                ('produced_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='produced by')),
                ('submission', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='produced', to='matters.submission', verbose_name='submission')),
            ],
            options={
                'verbose_name': 'exhibit of a matter',
                'verbose_name_plural': 'exhibits of a matter',
                'ordering': ['number'],
                'constraints': [models.UniqueConstraint(deferrable=django.db.models.constraints.Deferrable['DEFERRED'], fields=('matter', 'number'), name='matters_produced_one_a_number', violation_error_message='Another exhibit has this number.'), models.UniqueConstraint(fields=('matter', 'exhibit'), name='matters_produced_once', violation_error_message='This exhibit is produced already.')],
            },
        ),
    ]
