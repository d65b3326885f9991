import django.db.models.constraints
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('files', '0003_newest_first'),
        ('matters', '0006_tribunal_alone'),
        ('privacy', '0002_only_added_to'),
        ('reference', '0003_rights_to_translate'),
    ]

    operations = [
        migrations.CreateModel(
            name='Answer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('side', models.CharField(choices=[('applicant', 'Applicant'), ('respondent', 'Respondent'), ('third', 'Third party')], max_length=12, verbose_name='side')),
                ('position', models.PositiveSmallIntegerField(verbose_name='position')),
                ('language', models.CharField(choices=[('zh-hans', '中文'), ('en', 'English'), ('ru', 'Русский')], max_length=10, verbose_name='language')),
                ('text', models.TextField(max_length=50000, verbose_name='answer')),
                ('counterclaim', models.TextField(blank=True, max_length=50000, verbose_name='counterclaim')),
                ('content', models.TextField(verbose_name='what was filed')),
                ('manifest', models.TextField(verbose_name='list of files')),
                ('sha256', models.CharField(max_length=64, verbose_name='SHA-256 of the list')),
                ('token', models.CharField(max_length=40, unique=True, verbose_name='word of its address')),
                ('at', models.DateTimeField(verbose_name='filed')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='filed by')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='matters.matter', verbose_name='matter')),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='matters.party', verbose_name='party')),
            ],
            options={
                'verbose_name': 'answer',
                'verbose_name_plural': 'answers',
                'ordering': ['position'],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('matter', 'position'), name='serving_answer_one_a_place', violation_error_message='Another answer stands in this place.')],
            },
        ),
        migrations.CreateModel(
            name='AnswerDraft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(choices=[('zh-hans', '中文'), ('en', 'English'), ('ru', 'Русский')], max_length=10, verbose_name='language')),
                ('text', models.TextField(blank=True, max_length=50000, verbose_name='answer')),
                ('counterclaim', models.TextField(blank=True, max_length=50000, verbose_name='counterclaim')),
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                ('changed_at', models.DateTimeField(auto_now=True, verbose_name='changed')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='matters.matter', verbose_name='matter')),
                ('party', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='answer_draft', to='matters.party', verbose_name='party')),
            ],
            options={
                'verbose_name': 'draft of an answer',
                'verbose_name_plural': 'drafts of answers',
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('email', models.EmailField(max_length=254, verbose_name='e-mail address')),
                ('language', models.CharField(choices=[('zh-hans', '中文'), ('en', 'English'), ('ru', 'Русский')], max_length=10, verbose_name='language of the letter')),
                ('nonce', models.CharField(editable=False, max_length=40, verbose_name='what its token is made of')),
                ('token_hash', models.CharField(editable=False, max_length=64, unique=True, verbose_name='hash of its token')),
                ('sent_at', models.DateTimeField(editable=False, verbose_name='sent')),
                ('expires_at', models.DateTimeField(editable=False, verbose_name='expires')),
                ('accepted_at', models.DateTimeField(editable=False, null=True, verbose_name='accepted')),
                ('revoked_at', models.DateTimeField(editable=False, null=True, verbose_name='revoked')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='made')),
                ('accepted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='accepted by')),
                ('country', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='reference.jurisdiction', verbose_name='country')),
                ('invited_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='invited by')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='invitations', to='matters.matter', verbose_name='matter')),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='invitations', to='matters.party', verbose_name='party')),
                ('representative', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='invitations', to='matters.representative', verbose_name='representative')),
            ],
            options={
                'verbose_name': 'invitation to a matter',
                'verbose_name_plural': 'invitations to matters',
                'ordering': ['pk'],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(models.F('party'), django.db.models.functions.text.Lower('email'), condition=models.Q(('accepted_at', None), ('revoked_at', None)), name='serving_invitation_one_an_address', violation_error_message='This address has been invited already.'), models.CheckConstraint(condition=models.Q(models.Q(('accepted_at', None), ('accepted_by', None)), models.Q(('accepted_at__isnull', False), ('accepted_by__isnull', False)), _connector='OR'), name='serving_invitation_accepted_by_somebody', violation_error_message='An invitation that was accepted was accepted by somebody.')],
            },
        ),
        migrations.CreateModel(
            name='Recipient',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('party', 'A party to the matter'), ('lawyer', 'A lawyer or representative'), ('institution', 'An institution')], max_length=12, verbose_name='who it is')),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('recipient', models.CharField(max_length=200, verbose_name='recipient, as the consent names it')),
                ('aim', models.CharField(max_length=200, verbose_name='what for, as the consent names it')),
                ('named_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='named')),
                ('country', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='reference.jurisdiction', verbose_name='country')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='recipients', to='matters.matter', verbose_name='matter')),
                ('party', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='recipients', to='matters.party', verbose_name='party')),
            ],
            options={
                'verbose_name': 'recipient outside China',
                'verbose_name_plural': 'recipients outside China',
                'ordering': ['pk'],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('matter', 'kind', 'name', 'country'), name='serving_recipient_once', violation_error_message='This recipient is named already.')],
            },
        ),
        migrations.CreateModel(
            name='AnswerReceipt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('made_at', models.DateTimeField(verbose_name='made')),
                ('answer', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='receipt', to='serving.answer', verbose_name='answer')),
                ('file', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.file', verbose_name='file')),
            ],
            options={
                'verbose_name': 'receipt of an answer',
                'verbose_name_plural': 'receipts of answers',
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='Paper',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('side', models.CharField(blank=True, choices=[('applicant', 'Applicant'), ('respondent', 'Respondent'), ('third', 'Third party')], max_length=12, verbose_name='side')),
                ('number', models.PositiveSmallIntegerField(verbose_name='number')),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('purpose', models.CharField(blank=True, max_length=500, verbose_name='what it proves')),
                ('language', models.CharField(max_length=3, verbose_name='language of the document')),
                ('audience', models.CharField(choices=[('everyone', 'All sides and the institution'), ('side', 'One’s own side and the institution'), ('institution', 'The institution alone'), ('tribunal', 'The tribunal alone')], max_length=12, verbose_name='who is shown it')),
                ('sha256', models.CharField(editable=False, max_length=64, verbose_name='SHA-256 at receipt')),
                ('produced_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='brought')),
                ('answer', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='papers', to='serving.answer', verbose_name='answer it was filed with')),
                ('file', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.file', verbose_name='file')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='papers', to='matters.matter', verbose_name='matter')),
                ('party', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='papers', to='matters.party', verbose_name='party')),
                ('produced_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='brought by')),
            ],
            options={
                'verbose_name': 'paper in a matter',
                'verbose_name_plural': 'papers in a matter',
                'ordering': ['party', 'number'],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(deferrable=django.db.models.constraints.Deferrable['DEFERRED'], fields=('party', 'number'), name='serving_paper_one_a_number', violation_error_message='Another paper has this number.'), models.UniqueConstraint(condition=models.Q(('party', None)), fields=('matter', 'number'), name='serving_paper_of_the_institution_one_a_number', violation_error_message='Another paper has this number.'), models.CheckConstraint(condition=models.Q(models.Q(('party', None), ('side', '')), models.Q(models.Q(('side', ''), _negated=True), ('party__isnull', False)), _connector='OR'), name='serving_paper_of_a_party', violation_error_message='A paper is of a party, or of the institution.')],
            },
        ),
        migrations.CreateModel(
            name='Participant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(editable=False, max_length=12, unique=True, verbose_name='key')),
                ('joined_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='joined')),
                ('revoked_at', models.DateTimeField(editable=False, null=True, verbose_name='revoked')),
                ('invitation', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='participant', to='serving.invitation', verbose_name='invitation')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='participants', to='matters.matter', verbose_name='matter')),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='participants', to='matters.party', verbose_name='party')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='takes_part', to=settings.AUTH_USER_MODEL, verbose_name='person')),
            ],
            options={
                'verbose_name': 'participant in a matter',
                'verbose_name_plural': 'participants in a matter',
                'ordering': ['pk'],
                'default_permissions': (),
                'indexes': [models.Index(fields=['user', '-joined_at'], name='serving_takes_part')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('revoked_at', None)), fields=('party', 'user'), name='serving_participant_once', violation_error_message='This person takes part for this party already.')],
            },
        ),
        migrations.CreateModel(
            name='Agreement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('abroad', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='privacy.consent', verbose_name='consent to the leaving of China')),
                ('sharing', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='privacy.consent', verbose_name='consent to the sharing with the recipient')),
                ('recipient', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='agreements', to='serving.recipient', verbose_name='recipient outside China')),
            ],
            options={
                'verbose_name': 'agreement that a matter goes abroad',
                'verbose_name_plural': 'agreements that matters go abroad',
                'ordering': ['pk'],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('recipient', 'sharing', 'abroad'), name='serving_agreement_once', violation_error_message='This was agreed to already.')],
            },
        ),
        migrations.CreateModel(
            name='Service',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(verbose_name='position')),
                ('language', models.CharField(choices=[('zh-hans', '中文'), ('en', 'English'), ('ru', 'Русский')], max_length=10, verbose_name='language of the notice')),
                ('sent_at', models.DateTimeField(verbose_name='sent')),
                ('arrived_at', models.DateTimeField(null=True, verbose_name='arrived')),
                ('arrival', models.CharField(blank=True, choices=[('portal', 'Put at disposal in the portal'), ('mail', 'The notice was accepted by the mail server')], max_length=8, verbose_name='how it arrived')),
                ('opened_at', models.DateTimeField(null=True, verbose_name='first opened')),
                ('opened_in', models.CharField(blank=True, choices=[('zh-hans', '中文'), ('en', 'English'), ('ru', 'Русский')], max_length=10, verbose_name='language it was opened in')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='served by')),
                ('matter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='services', to='matters.matter', verbose_name='matter')),
                ('opened_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='serving.participant', verbose_name='opened by')),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='services', to='matters.party', verbose_name='party')),
            ],
            options={
                'verbose_name': 'service of documents',
                'verbose_name_plural': 'services of documents',
                'ordering': ['position'],
                'default_permissions': ('view',),
                'indexes': [models.Index(condition=models.Q(('arrived_at', None)), fields=['sent_at'], name='serving_on_the_way')],
                'constraints': [models.UniqueConstraint(fields=('matter', 'position'), name='serving_service_one_a_place', violation_error_message='Another service stands in this place.'), models.CheckConstraint(condition=models.Q(models.Q(('arrival', ''), ('arrived_at', None)), models.Q(('arrived_at__gte', models.F('sent_at')), models.Q(('arrival', ''), _negated=True)), _connector='OR'), name='serving_service_arrived_somehow', violation_error_message='What arrived was sent before, and arrived by a known way.'), models.CheckConstraint(condition=models.Q(models.Q(('opened_at', None), ('opened_in', '')), models.Q(('arrived_at__isnull', False), ('opened_at__isnull', False), models.Q(('opened_in', ''), _negated=True)), _connector='OR'), name='serving_service_opened_in_a_language', violation_error_message='What was opened had arrived, and was opened in a language.')],
            },
        ),
        migrations.CreateModel(
            name='Item',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('answer', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='serving.answer', verbose_name='answer')),
                ('message', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='matters.message', verbose_name='message')),
                ('submission', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='matters.submission', verbose_name='submission')),
                ('paper', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='serving.paper', verbose_name='paper in a matter')),
                ('service', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='serving.service', verbose_name='service of documents')),
            ],
            options={
                'verbose_name': 'thing that was served',
                'verbose_name_plural': 'things that were served',
                'ordering': ['pk'],
                'default_permissions': (),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('answer', None), ('message', None), ('paper', None), ('submission__isnull', False)), models.Q(('answer', None), ('message__isnull', False), ('paper', None), ('submission', None)), models.Q(('answer', None), ('message', None), ('paper__isnull', False), ('submission', None)), models.Q(('answer__isnull', False), ('message', None), ('paper', None), ('submission', None)), _connector='OR'), name='serving_item_one_thing', violation_error_message='Each thing that was served is one thing.')],
            },
        ),
        migrations.CreateModel(
            name='Certificate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('stage', models.CharField(choices=[('arrived', 'Sent and arrived'), ('opened', 'Opened')], max_length=8, verbose_name='what it states')),
                ('sha256', models.CharField(max_length=64, verbose_name='SHA-256')),
                ('made_at', models.DateTimeField(verbose_name='made')),
                ('file', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.file', verbose_name='file')),
                ('service', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='certificates', to='serving.service', verbose_name='service of documents')),
            ],
            options={
                'verbose_name': 'certificate of service',
                'verbose_name_plural': 'certificates of service',
                'ordering': ['pk'],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('service', 'stage'), name='serving_certificate_once', violation_error_message='This certificate was made already.')],
            },
        ),
    ]
