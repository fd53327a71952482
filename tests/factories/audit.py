"""Objects of the ledger and of the outbox, for pages."""

from clausier.tasks.models import Mail


def make_mail(**values):
    """Make a mail that waits, with a link of ours in it."""
    text = "Bonjour,\n\nvoici votre lien : http://127.0.0.1:8000/fr/l/abc.\n"
    return Mail.objects.create(**{"to": "luc@valbleu.example", "subject": "Votre lien", "text": text, **values})
