"""What stands at the foot of an item's page or a write-up's."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import template

from innovkb.frame.teasers import TeaserGroup
from innovkb.kinds import kind_of
from innovkb.related.lookup import Beside, beside
from innovkb.related.lookup import corrections_of as find_corrections

register = template.Library()


@register.inclusion_tag("includes/_beside.html")
def item_foot(item: Any, groups: Iterable[TeaserGroup] = ()) -> dict[str, Any]:
    """What was corrected and what belongs with the item; ``groups`` the page shows already."""
    shown = [teaser.get_absolute_url() for group in groups for teaser in group.items]
    return {"item": item, "kind": kind_of(item), "beside": beside(item, shown=shown)}


@register.inclusion_tag("includes/_beside.html")
def own_foot(thing: Any) -> dict[str, Any]:
    """What was corrected in a write-up or claim; the page itself shows what belongs with it."""
    found = Beside(corrections=find_corrections([thing]))
    return {"item": thing, "kind": kind_of(thing), "beside": found}


@register.inclusion_tag("includes/_corrections.html")
def corrections_of(items: Sequence[Any]) -> dict[str, Any]:
    """What was corrected in any of these items, which are of one kind."""
    return {"corrections": find_corrections(items), "several": len(items) > 1}
