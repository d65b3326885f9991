"""A title is no address: it stands in letters, where whoever reads them would be led elsewhere."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("training", "0002_history")]

    operations = [
        migrations.AddConstraint(
            model_name="course",
            constraint=models.CheckConstraint(
                condition=~Q(title_zh_hans__isnull=False, title_zh_hans__contains="://")
                & ~Q(title_en__isnull=False, title_en__contains="://")
                & ~Q(title_ru__isnull=False, title_ru__contains="://"),
                name="training_course_title_is_no_address",
                violation_error_message="An address of a website cannot stand in a title.",
            ),
        )
    ]
