"""Keeps an address that was once published working after its page has moved."""

from django.db import transaction

from sessions.models import Redirect


@transaction.atomic
def keep_address(*, old_path: str, new_path: str) -> None:
    """Lead visitors of ``old_path`` to ``new_path``; redirects that led to the old path follow."""
    if old_path == new_path:
        return
    Redirect.objects.filter(old_path=new_path).delete()
    Redirect.objects.filter(new_path=old_path).update(new_path=new_path)
    Redirect.objects.update_or_create(old_path=old_path, defaults={"new_path": new_path})
