from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('lawyers', '0006_photos'),
    ]

    operations = [
        migrations.AddField(
            model_name='revision',
            name='returned',
            field=models.JSONField(default=dict, verbose_name='what was returned'),
        ),
    ]
