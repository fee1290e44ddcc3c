"""Makes one speaker of two who are the same person."""

from innovkb.lib.merging import absorb
from innovkb.lib.writes import together
from sessions.models import Speaker
from sessions.redirects import keep_address


def merge_speakers(*, keep: Speaker, other: Speaker) -> None:
    """Give all that ``other`` said and wrote to ``keep``; the old name and address live on.

    The name becomes an alias, and stands as the name in the source where ``other`` appeared.
    What ``keep`` lacks (who it is, website, note) is taken over. Raises ValueError when both are
    the same row.
    """
    with together():
        old_address = other.get_absolute_url()
        aliases = dict.fromkeys([*keep.aliases, other.name, *other.aliases])
        aliases.pop(keep.name, None)
        keep.aliases = list(aliases)
        for field in ("bio", "website", "note"):
            setattr(keep, field, getattr(keep, field) or getattr(other, field))
        other.appearances.filter(name_in_source="").update(name_in_source=other.name)
        absorb(keep=keep, other=other)
        keep.save()
        keep_address(old_path=old_address, new_path=keep.get_absolute_url())
