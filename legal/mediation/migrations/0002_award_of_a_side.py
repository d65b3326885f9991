from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("mediation", "0001_mediation")]

    operations = [
        migrations.AddField(
            model_name="award",
            name="side",
            field=models.CharField(
                choices=[
                    ("applicant", "Applicant"),
                    ("respondent", "Respondent"),
                    ("third", "Third party"),
                ],
                # Until now the applicant alone could ask.
                default="applicant",
                max_length=12,
                verbose_name="side",
            ),
            preserve_default=False,
        ),
    ]
