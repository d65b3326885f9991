import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('laws', '0003_cited_place'),
    ]

    operations = [
        migrations.AddField(
            model_name='provisiontext',
            name='carried_from',
            field=models.ForeignKey(blank=True, db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='carried_texts', to='laws.edition', verbose_name='edition it came along from'),
        ),
        migrations.AddIndex(
            model_name='provisiontext',
            index=models.Index(condition=models.Q(('carried_from', None), _negated=True), fields=['carried_from'], name='laws_text_carried'),
        ),
    ]
