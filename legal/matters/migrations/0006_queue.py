from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('enterprises', '0003_sheet_file'),
        ('matters', '0005_declarations'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name='matter',
            index=models.Index(condition=models.Q(('ended_at', None)), fields=['kind', 'submitted_at', 'id'], name='matters_waiting'),
        ),
    ]
