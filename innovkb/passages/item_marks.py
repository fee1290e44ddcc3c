"""Which passage of a write-up an item was drawn from, as a mark for its text."""

from typing import Any

from innovkb.frame.pages import capital
from innovkb.kinds import kind_of
from innovkb.passages.marking import Mark


def mark_of(item: Any) -> Mark:
    """The mark of an item's passage."""
    kind = kind_of(item)
    return Mark(
        kind=kind.key,
        slug=item.slug,
        excerpt=item.excerpt,
        occurrence=item.excerpt_occurrence,
        kind_name=capital(kind.singular),
        title=str(item),
        url=item.get_absolute_url(),
    )
