import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('matters', '0009_tip'),
        ('serving', '0002_history'),
    ]

    operations = [
        migrations.AlterField(
            model_name='participant',
            name='party',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='participants', to='matters.party', verbose_name='party'),
        ),
        migrations.AlterField(
            model_name='service',
            name='party',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='services', to='matters.party', verbose_name='party'),
        ),
    ]
