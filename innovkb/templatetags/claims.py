"""What templates need to show who says what about a claim."""

from collections.abc import Mapping

from django import template

from practices.verdict import Stance

register = template.Library()


@register.filter
def discs(counts: Mapping[str, int]) -> list[str]:
    """The stance of everybody who is counted, one side after the other."""
    return [stance.value for stance in Stance for _ in range(counts.get(stance, 0))]
