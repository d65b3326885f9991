from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('clocks', '0004_feed_history'),
    ]

    operations = [
        migrations.AddField(
            model_name='deadline',
            name='extensions',
            field=models.JSONField(blank=True, default=list, verbose_name='extensions'),
        ),
    ]
