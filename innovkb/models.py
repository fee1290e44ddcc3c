"""The project's own tables, gathered where Django looks for them."""

from innovkb.search.models import (
    MissedQuery,
    SearchEntry,
    SearchPosting,
    SearchState,
    SynonymGroup,
)

__all__ = ["MissedQuery", "SearchEntry", "SearchPosting", "SearchState", "SynonymGroup"]
