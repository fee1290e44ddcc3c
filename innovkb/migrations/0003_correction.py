from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('innovkb', '0002_import_draft'),
    ]

    operations = [
        migrations.CreateModel(
            name='Correction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=20, verbose_name='soort')),
                ('object_id', models.BigIntegerField()),
                ('about', models.CharField(max_length=250, verbose_name='gaat over')),
                ('wrong', models.TextField(verbose_name='wat klopt er niet')),
                ('suggestion', models.TextField(blank=True, verbose_name='voorstel')),
                ('email', models.EmailField(blank=True, help_text='Antwoord eerst: het adres wordt gewist zodra de melding is afgehandeld.', max_length=254, verbose_name='e-mail van de melder')),
                ('digest', models.CharField(editable=False, max_length=64)),
                ('received_on', models.DateField(auto_now_add=True, verbose_name='ontvangen op')),
                ('state', models.CharField(choices=[('new', 'nieuw'), ('open', 'in behandeling'), ('done', 'verwerkt'), ('rejected', 'afgewezen')], default='new', max_length=8, verbose_name='stand')),
                ('answer', models.TextField(blank=True, help_text='In één zin, voor op de pagina: ‘De functie van de spreker klopte niet.’', max_length=2000, verbose_name='wat is verbeterd')),
                ('handled_on', models.DateField(blank=True, editable=False, null=True, verbose_name='afgehandeld op')),
                ('is_public', models.BooleanField(default=False, help_text='Alleen ‘wat is verbeterd’ komt op de pagina, niet de melding zelf.', verbose_name='toon de verbetering op de pagina')),
            ],
            options={
                'verbose_name': 'melding',
                'verbose_name_plural': 'meldingen: klopt dit niet?',
                'ordering': ['-pk'],
                'constraints': [models.UniqueConstraint(fields=('kind', 'object_id', 'digest'), name='correction_said_once'), models.CheckConstraint(condition=models.Q(('is_public', False), models.Q(('state', 'done'), models.Q(('answer', ''), _negated=True)), _connector='OR'), name='correction_public_has_answer', violation_error_message='Op de pagina komt alleen een verwerkte melding waarbij ‘wat is verbeterd’ is ingevuld.')],
            },
        ),
    ]
