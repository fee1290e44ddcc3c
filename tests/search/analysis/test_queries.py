from innovkb.search.analysis import Match, alternative, query_words


def test_stop_words_are_flagged_and_kept() -> None:
    words = query_words("hoe krijg ik ruimte in een druk team")
    assert [word.folded for word in words if not word.is_stop] == ["ruimte", "druk", "team"]
    assert len(words) == 8


def test_compound_is_found_by_its_parts_together() -> None:
    (word,) = query_words("innovatiebudgetten")
    assert word.alternatives[0] == alternative(Match.STEM, "innovatiebudget")
    assert alternative(Match.PARTS, "innovatie", "budget") in word.alternatives
    assert [single.terms for single in word.fallback] == [("innovatie",), ("budget",)]


def test_adjacent_words_are_found_as_one() -> None:
    for word in query_words("innovatie budget"):
        assert alternative(Match.JOINED, "innovatiebudget") in word.alternatives


def test_words_around_a_preposition_are_found_as_one_the_other_way_round() -> None:
    (compound,) = query_words("urgentiegevoel")
    feeling, _, urgency = query_words("gevoel van urgentie")
    joined = alternative(Match.JOINED, compound.stem)
    assert joined in feeling.alternatives
    assert joined in urgency.alternatives


def test_words_further_apart_are_not_joined() -> None:
    words = query_words("gevoel van de urgentie")
    matches = {each.match for word in words for each in word.alternatives}
    assert Match.JOINED not in matches


def test_alternatives_can_be_extended() -> None:
    (word,) = query_words("falen")
    synonym = alternative(Match.SYNONYM, "mislukken")
    assert word.extended([synonym]).alternatives == (*word.alternatives, synonym)
