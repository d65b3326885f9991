import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        ('accounts', '__first__'),
        ('contenttypes', '0002_remove_content_type_name'),
    ]

    operations = [
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=80, verbose_name='kind')),
                ('email', models.EmailField(blank=True, help_text='Of somebody without an account.', max_length=254, verbose_name='e-mail address')),
                ('language', models.CharField(blank=True, choices=[('zh-hans', '中文'), ('en', 'English'), ('ru', 'Русский')], max_length=10, verbose_name='language')),
                ('room', models.CharField(blank=True, max_length=40, verbose_name='staff room')),
                ('about_id', models.CharField(blank=True, max_length=40, verbose_name='which thing')),
                ('params', models.JSONField(blank=True, default=dict, verbose_name='names')),
                ('key', models.CharField(blank=True, max_length=200, verbose_name='told once as')),
                ('shown', models.BooleanField(default=True, verbose_name='in the inbox')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='when')),
                ('read_at', models.DateTimeField(blank=True, null=True, verbose_name='read')),
                ('about_type', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='contenttypes.contenttype', verbose_name='sort of thing')),
                ('user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='notices', to=settings.AUTH_USER_MODEL, verbose_name='user')),
            ],
            options={
                'verbose_name': 'notice',
                'verbose_name_plural': 'notices',
                'ordering': ['-created_at', '-pk'],
                'indexes': [models.Index(condition=models.Q(('shown', True)), fields=['user', '-created_at', '-id'], name='notices_inbox'), models.Index(condition=models.Q(('read_at__isnull', True), ('shown', True)), fields=['user', '-created_at', '-id'], name='notices_unread')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('user__isnull', False), ('email', ''), ('language', ''), ('room', '')), models.Q(('room', ''), ('user', None), models.Q(('email', ''), _negated=True), models.Q(('language', ''), _negated=True)), models.Q(('email', ''), ('user', None), models.Q(('room', ''), _negated=True), models.Q(('language', ''), _negated=True)), _connector='OR'), name='notices_notice_has_one_recipient', violation_error_message='A notice goes to a user, to an address with its language, or to a room.'), models.CheckConstraint(condition=models.Q(models.Q(('about_id', ''), ('about_type', None)), models.Q(('about_type__isnull', False), models.Q(('about_id', ''), _negated=True)), _connector='OR'), name='notices_notice_about_is_whole', violation_error_message='What a notice is about needs its sort and its number, or neither.'), models.UniqueConstraint(condition=models.Q(('user__isnull', False), models.Q(('key', ''), _negated=True)), fields=('user', 'kind', 'key'), name='notices_told_once_to_a_user'), models.UniqueConstraint(condition=models.Q(('user', None), models.Q(('key', ''), _negated=True)), fields=('email', 'room', 'kind', 'key'), name='notices_told_once_elsewhere')],
            },
        ),
        migrations.CreateModel(
            name='Preference',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('outsider', models.CharField(blank=True, max_length=64, verbose_name='fingerprint of an e-mail address')),
                ('group', models.CharField(max_length=40, verbose_name='group of kinds')),
                ('mail', models.CharField(choices=[('at-once', 'At once'), ('daily', 'In one mail a day'), ('never', 'No mail')], default='at-once', max_length=10, verbose_name='mail')),
                ('user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='notice_preferences', to=settings.AUTH_USER_MODEL, verbose_name='user')),
            ],
            options={
                'verbose_name': 'wish about mail',
                'verbose_name_plural': 'wishes about mail',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('user__isnull', False), ('outsider', '')), models.Q(('user', None), models.Q(('outsider', ''), _negated=True)), _connector='OR'), name='notices_preference_has_one_owner', violation_error_message="A wish is a user's or an address's, not both."), models.UniqueConstraint(condition=models.Q(('user__isnull', False)), fields=('user', 'group'), name='notices_one_wish_of_a_user'), models.UniqueConstraint(condition=models.Q(('user', None)), fields=('outsider', 'group'), name='notices_one_wish_of_an_address')],
            },
        ),
        migrations.CreateModel(
            name='QuietHours',
            fields=[
                ('user', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='quiet_hours', serialize=False, to=settings.AUTH_USER_MODEL, verbose_name='user')),
                ('begin', models.TimeField(verbose_name='from')),
                ('end', models.TimeField(verbose_name='to')),
            ],
            options={
                'verbose_name': 'quiet hours',
                'verbose_name_plural': 'quiet hours',
                'constraints': [models.CheckConstraint(condition=models.Q(('begin', models.F('end')), _negated=True), name='notices_quiet_hours_last', violation_error_message='Quiet hours begin and end at different times.')],
            },
        ),
        migrations.CreateModel(
            name='Delivery',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('channel', models.CharField(choices=[('mail', 'E-mail'), ('room', 'Staff room')], max_length=10, verbose_name='channel')),
                ('state', models.CharField(choices=[('pending', 'Waiting'), ('sending', 'Being sent'), ('retry', 'To be tried again'), ('gathering', 'Waiting for the daily mail'), ('gathered', 'In a daily mail'), ('sent', 'Sent'), ('skipped', 'Not wanted'), ('dead', 'Given up')], default='pending', max_length=10, verbose_name='state')),
                ('attempts', models.PositiveSmallIntegerField(default=0, verbose_name='attempts')),
                ('doubts', models.PositiveSmallIntegerField(default=0, verbose_name='times the outcome was not known')),
                ('due_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='due')),
                ('next_attempt_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='next attempt')),
                ('lease_until', models.DateTimeField(blank=True, null=True, verbose_name='taken up until')),
                ('last_error', models.CharField(blank=True, max_length=120, verbose_name='last error')),
                ('message_id', models.CharField(blank=True, max_length=120, verbose_name='Message-ID')),
                ('language', models.CharField(blank=True, max_length=10, verbose_name='language it was sent in')),
                ('content_hash', models.CharField(blank=True, max_length=64, verbose_name='SHA-256 of what was sent')),
                ('sent_at', models.DateTimeField(blank=True, null=True, verbose_name='sent at')),
                ('digest', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='gathered', to='notices.notice', verbose_name='the daily mail it went with')),
                ('notice', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='deliveries', to='notices.notice', verbose_name='notice')),
            ],
            options={
                'verbose_name': 'delivery',
                'verbose_name_plural': 'deliveries',
                'ordering': ['-due_at', '-pk'],
                'permissions': [('resend_delivery', 'May send again what was given up')],
                'indexes': [models.Index(condition=models.Q(('state__in', ('pending', 'retry'))), fields=['channel', 'next_attempt_at'], name='notices_due'), models.Index(condition=models.Q(('state__in', ['pending', 'retry', 'sending', 'gathering'])), fields=['state', 'due_at'], name='notices_unfinished'), models.Index(condition=models.Q(('state', 'dead')), fields=['-due_at'], name='notices_dead')],
                'constraints': [models.UniqueConstraint(fields=('notice', 'channel'), name='notices_one_delivery_a_channel'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'sending'), _negated=True), ('lease_until__isnull', False), _connector='OR'), name='notices_sending_is_leased', violation_error_message='What is being sent belongs to its sender until a time.'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'sent'), _negated=True), ('sent_at__isnull', False), _connector='OR'), name='notices_sent_has_its_time', violation_error_message='What was sent has the time it was sent at.')],
            },
        ),
    ]
