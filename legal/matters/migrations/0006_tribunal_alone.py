from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('matters', '0005_declarations'),
    ]

    operations = [
        migrations.AlterField(
            model_name='message',
            name='audience',
            field=models.CharField(choices=[('everyone', 'All sides and the institution'), ('side', 'One’s own side and the institution'), ('institution', 'The institution alone'), ('tribunal', 'The tribunal alone')], max_length=12, verbose_name='who is shown it'),
        ),
        migrations.AlterField(
            model_name='produced',
            name='audience',
            field=models.CharField(choices=[('everyone', 'All sides and the institution'), ('side', 'One’s own side and the institution'), ('institution', 'The institution alone'), ('tribunal', 'The tribunal alone')], max_length=12, verbose_name='who is shown it'),
        ),
    ]
